mod calendar;
mod counting;
mod event;
mod report;
mod series;
mod tally;
mod used;
