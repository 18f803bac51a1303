mod counting;
mod event;
mod tally;
