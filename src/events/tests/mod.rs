mod calendar;
mod counting;
mod event;
mod series;
mod tally;
mod used;
