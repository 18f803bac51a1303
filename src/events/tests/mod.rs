mod calendar;
mod counting;
mod event;
mod promotion;
mod report;
mod series;
mod tally;
mod used;
