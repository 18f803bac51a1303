mod filling;
mod gatherings;
mod seeds;
mod steps;
