//! Which tables HSDS 3.0 has, what their files are called, and how JSON nests them.

/// A table of HSDS 3.0.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// What one row of it is called, as in `service_id`.
    pub one: &'static str,
    /// The table, as its file is called, without the ending. Most are plural, and some are not.
    pub table: &'static str,
    /// What it is called in JSON, where many of them stand within something else.
    pub many: &'static str,
    /// Its columns in the order of the specification, the identity first.
    pub columns: &'static [&'static str],
    /// What stands within one of them in JSON, but for what stands within nearly all ([`Shape::inner`]).
    within: &'static [Within],
}

/// What says of anything how it is classified, and what became of it.
const WITHIN_ALL: &[Within] = &[Within::Linked("attribute"), Within::Resource("metadata")];

impl Shape {
    /// What stands within one of them in JSON.
    pub fn inner(&self) -> impl Iterator<Item = Within> {
        let classified = !["attribute", "taxonomy", "taxonomy_term"].contains(&self.one);
        let may = move |within: &Within| classified || within.one() != "attribute";
        let all = if self.one == "metadata" { &[] } else { WITHIN_ALL };
        self.within.iter().copied().chain(all.iter().copied().filter(may))
    }
}

/// Something that stands within something else in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// Many, each of which names what it stands in.
    Many(&'static str),
    /// One, which is named by what it stands in.
    One(&'static str),
    /// Many, which name what they belong to by `link_id` and `link_entity`.
    Linked(&'static str),
    /// Many, which name what they belong to by `resource_id` and `resource_type`.
    Resource(&'static str),
}

use Within::{Many, One};

/// All tables, those that others rest on first.
pub const ALL: &[Shape] = &[
    Shape {
        one: "organization",
        table: "organizations",
        many: "organizations",
        columns: &[
            "id",
            "name",
            "alternate_name",
            "description",
            "email",
            "website",
            "tax_status",
            "tax_id",
            "year_incorporated",
            "legal_status",
            "logo",
            "uri",
            "parent_organization_id",
        ],
        within: &[
            Many("funding"),
            Many("contact"),
            Many("phone"),
            Many("location"),
            Many("program"),
            Many("organization_identifier"),
            Many("service"),
            Many("url"),
        ],
    },
    Shape {
        one: "program",
        table: "programs",
        many: "programs",
        columns: &["id", "organization_id", "name", "alternate_name", "description"],
        within: &[],
    },
    Shape {
        one: "service",
        table: "services",
        many: "services",
        columns: &[
            "id",
            "organization_id",
            "program_id",
            "name",
            "alternate_name",
            "description",
            "url",
            "email",
            "status",
            "interpretation_services",
            "application_process",
            "fees_description",
            "wait_time",
            "fees",
            "accreditations",
            "eligibility_description",
            "minimum_age",
            "maximum_age",
            "assured_date",
            "assurer_email",
            "licenses",
            "alert",
            "last_modified",
        ],
        within: &[
            Many("phone"),
            Many("schedule"),
            Many("service_area"),
            Many("service_at_location"),
            Many("language"),
            One("organization"),
            Many("funding"),
            Many("cost_option"),
            One("program"),
            Many("required_document"),
            Many("contact"),
            Many("service_capacity"),
            Many("url"),
        ],
    },
    Shape {
        one: "location",
        table: "locations",
        many: "locations",
        columns: &[
            "id",
            "location_type",
            "url",
            "organization_id",
            "name",
            "alternate_name",
            "description",
            "transportation",
            "latitude",
            "longitude",
            "external_identifier",
            "external_identifier_type",
        ],
        within: &[
            Many("language"),
            Many("address"),
            Many("contact"),
            Many("accessibility"),
            Many("phone"),
            Many("schedule"),
        ],
    },
    Shape {
        one: "service_at_location",
        table: "service_at_location",
        many: "service_at_locations",
        columns: &["id", "service_id", "location_id", "description"],
        within: &[
            Many("service_area"),
            Many("contact"),
            Many("phone"),
            Many("schedule"),
            One("location"),
            One("service"),
        ],
    },
    Shape {
        one: "address",
        table: "addresses",
        many: "addresses",
        columns: &[
            "id",
            "location_id",
            "attention",
            "address_1",
            "address_2",
            "city",
            "region",
            "state_province",
            "postal_code",
            "country",
            "address_type",
        ],
        within: &[],
    },
    Shape {
        one: "contact",
        table: "contacts",
        many: "contacts",
        columns: &[
            "id",
            "organization_id",
            "service_id",
            "service_at_location_id",
            "location_id",
            "name",
            "title",
            "department",
            "email",
        ],
        within: &[Many("phone")],
    },
    Shape {
        one: "phone",
        table: "phones",
        many: "phones",
        columns: &[
            "id",
            "location_id",
            "service_id",
            "organization_id",
            "contact_id",
            "service_at_location_id",
            "number",
            "extension",
            "type",
            "description",
        ],
        within: &[Many("language")],
    },
    Shape {
        one: "schedule",
        table: "schedules",
        many: "schedules",
        columns: &[
            "id",
            "service_id",
            "location_id",
            "service_at_location_id",
            "valid_from",
            "valid_to",
            "dtstart",
            "timezone",
            "until",
            "count",
            "wkst",
            "freq",
            "interval",
            "byday",
            "byweekno",
            "bymonthday",
            "byyearday",
            "description",
            "opens_at",
            "closes_at",
            "schedule_link",
            "attending_type",
            "notes",
        ],
        within: &[],
    },
    Shape {
        one: "service_area",
        table: "service_areas",
        many: "service_areas",
        columns: &["id", "service_id", "service_at_location_id", "name", "description", "extent", "extent_type", "uri"],
        within: &[],
    },
    Shape {
        one: "language",
        table: "languages",
        many: "languages",
        columns: &["id", "service_id", "location_id", "phone_id", "name", "code", "note"],
        within: &[],
    },
    Shape {
        one: "accessibility",
        table: "accessibility",
        many: "accessibility",
        columns: &["id", "location_id", "description", "details", "url"],
        within: &[],
    },
    Shape {
        one: "required_document",
        table: "required_documents",
        many: "required_documents",
        columns: &["id", "service_id", "document", "uri"],
        within: &[],
    },
    Shape {
        one: "cost_option",
        table: "cost_options",
        many: "cost_options",
        columns: &["id", "service_id", "valid_from", "valid_to", "option", "currency", "amount", "amount_description"],
        within: &[],
    },
    Shape {
        one: "funding",
        table: "funding",
        many: "funding",
        columns: &["id", "organization_id", "service_id", "source"],
        within: &[],
    },
    Shape {
        one: "organization_identifier",
        table: "organization_identifiers",
        many: "organization_identifiers",
        columns: &["id", "organization_id", "identifier_scheme", "identifier_type", "identifier"],
        within: &[],
    },
    Shape {
        one: "attribute",
        table: "attributes",
        many: "attributes",
        columns: &["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value", "label"],
        within: &[One("taxonomy_term")],
    },
    Shape {
        one: "taxonomy_term",
        table: "taxonomy_terms",
        many: "taxonomy_terms",
        columns: &["id", "code", "name", "description", "parent_id", "taxonomy", "language", "taxonomy_id", "term_uri"],
        within: &[One("taxonomy")],
    },
    Shape {
        one: "taxonomy",
        table: "taxonomies",
        many: "taxonomies",
        columns: &["id", "name", "description", "uri", "version"],
        within: &[],
    },
    Shape {
        one: "metadata",
        table: "metadata",
        many: "metadata",
        columns: &[
            "id",
            "resource_id",
            "resource_type",
            "last_action_date",
            "last_action_type",
            "field_name",
            "previous_value",
            "replacement_value",
            "updated_by",
        ],
        within: &[],
    },
    Shape {
        one: "meta_table_description",
        table: "meta_table_descriptions",
        many: "meta_table_descriptions",
        columns: &["id", "name", "language", "character_set"],
        within: &[],
    },
    // What 3.1 added.
    Shape {
        one: "service_capacity",
        table: "service_capacity",
        many: "capacities",
        columns: &["id", "service_id", "unit_id", "available", "maximum", "description", "updated"],
        within: &[One("unit")],
    },
    Shape {
        one: "unit",
        table: "units",
        many: "units",
        columns: &["id", "name", "scheme", "identifier", "uri"],
        within: &[],
    },
    Shape {
        one: "url",
        table: "url",
        many: "additional_urls",
        columns: &["id", "label", "url", "organization_id", "service_id"],
        within: &[],
    },
];

/// The columns that hold numbers in JSON.
pub const NUMBERS: &[&str] = &[
    "amount",
    "available",
    "count",
    "extension",
    "interval",
    "latitude",
    "longitude",
    "maximum",
    "maximum_age",
    "minimum_age",
    "timezone",
    "year_incorporated",
];

/// The table of which one row is called this.
pub fn of(one: &str) -> Option<&'static Shape> {
    ALL.iter().find(|shape| shape.one == one)
}

/// The table whose file is called this, without folder and ending; older versions call it by one row, and some exports by
/// the other number.
pub fn of_file(stem: &str) -> Option<&'static Shape> {
    let stem = stem.to_ascii_lowercase().replace(['-', ' '], "_");
    let by = |shape: &&Shape| {
        [shape.table, shape.one, shape.many].contains(&stem.as_str())
            || stem == "services_at_location" && shape.one == "service_at_location"
    };
    ALL.iter().find(by)
}

impl Within {
    /// What one of them is called.
    pub fn one(self) -> &'static str {
        match self {
            Within::Many(one) | Within::One(one) | Within::Linked(one) | Within::Resource(one) => one,
        }
    }

    /// What it is called in JSON, within something of this kind.
    pub fn key(self, parent: &str) -> &'static str {
        match (self, of(self.one())) {
            // A term has the name of its taxonomy under that key.
            (One("taxonomy"), _) => "taxonomy_detail",
            (One(one), _) => one,
            (Many("url"), _) if parent == "organization" => "additional_websites",
            (_, shape) => shape.map_or("", |shape| shape.many),
        }
    }
}
