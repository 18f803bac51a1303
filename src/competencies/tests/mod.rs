mod private;
mod seeds;
