//! The kinds of the directory of services.
//!
//! They follow HSDS 3.0 (Open Referral), with fewer kinds than it has tables: what staff write about one service stands in
//! one record, so it is one form and one thing to merge. A service that is at several places has a record for each further
//! one (`service_at_location`); phones, languages, costs and schedules are fields.

pub mod need;
pub mod organization;
pub mod referral;
pub mod service;
pub mod site;
pub mod verification;
