mod filling;
mod gatherings;
mod seeds;
