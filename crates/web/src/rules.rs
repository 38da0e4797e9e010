//! The rules in plain words, for everybody.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use law::{
    Language,
    book::{Level, Rule},
    provision::{Provision, Series},
};

use crate::{
    access::visit::Visit,
    app::App,
    page::{
        self, Chrome, Place,
        rule::{RulePage, RulesPage},
    },
    problem::Problem,
    told::source,
    view::rule::{RuleGroup, RuleLink, RuleView, Standing},
};

/// `GET /lov`: every rule that the pages count by, act by act.
///
/// # Errors
/// Never, but for a template that fails.
pub async fn all(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    let language = visit.voice.language;
    let standard = app.cases().standard();
    let mut groups: Vec<RuleGroup> = Vec::new();
    let mut rules: Vec<Rule> = Rule::all().collect();
    rules.sort_by_key(|rule| order(rule.provision_on(visit.today)));
    for rule in rules {
        let provision = rule.provision_on(visit.today);
        let name = group(provision, language);
        let link = RuleLink {
            href: source::href(rule),
            title: rule.entry().title.pick(language).to_owned(),
            citation: source::in_full(provision, standard, language),
        };
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.rules.push(link),
            None => groups.push(RuleGroup { name, rules: vec![link] }),
        }
    }
    page::show(StatusCode::OK, &RulesPage { page: &Chrome::new(app.config(), &visit, Place::Rules), groups: &groups })
}

/// `GET /lov/{regel}`: one rule.
///
/// # Errors
/// [`Problem::NotFound`] for an id that the book doesn't have.
pub async fn one(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let rule = Rule::named(&id).ok_or(Problem::NotFound)?;
    let (entry, language) = (rule.entry(), visit.voice.language);
    let standard = app.cases().standard();
    let rests_on = entry.depends_on.iter().chain(entry.same_as.as_ref());
    let view = RuleView {
        id: rule.id().to_owned(),
        title: entry.title.pick(language).to_owned(),
        citation: source::in_full(rule.provision_on(visit.today), standard, language),
        text: vec![entry.text.pick(language).to_owned()],
        valid_from: entry.valid_from,
        valid_to: entry.valid_to,
        source: entry.source.to_owned(),
        is_unverified: !rule.is_verified_on(visit.today),
        is_reading: entry.reading,
        standing: match entry.level {
            Level::Law => Standing::Law,
            Level::Guidance => Standing::Guidance,
            Level::Standard => Standing::OwnPromise,
        },
        rests_on: rests_on
            .map(|other| RuleLink {
                href: source::href(*other),
                title: other.entry().title.pick(language).to_owned(),
                citation: source::in_full(other.provision_on(visit.today), standard, language),
            })
            .collect(),
    };
    page::show(StatusCode::OK, &RulePage { page: &Chrome::new(app.config(), &visit, Place::Rules), view: &view })
}

/// Acts first, then orders, guidance and standards; each by its sections.
fn order(provision: Provision) -> (u8, Provision) {
    let kind = match provision {
        Provision::Section(_) => 0,
        Provision::Numbered { series: Series::Bek | Series::Lov, .. } => 1,
        Provision::Numbered { series: Series::Vej, .. } => 2,
        Provision::Standard { .. } => 3,
    };
    (kind, provision)
}

fn group(provision: Provision, language: Language) -> String {
    match provision {
        Provision::Section(section) => section.act.name().to_owned(),
        Provision::Numbered { series: Series::Bek | Series::Lov, .. } => {
            language.pick("Bekendtgørelser", "Orders").to_owned()
        }
        Provision::Numbered { series: Series::Vej, .. } => language.pick("Vejledninger", "Guidance").to_owned(),
        Provision::Standard { .. } => {
            language.pick("Kommunens kvalitetsstandard", "The municipality's quality standard").to_owned()
        }
    }
}
