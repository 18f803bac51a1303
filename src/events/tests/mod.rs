mod calendar;
mod counting;
mod event;
mod tally;
