//! Many conflicts decided by one rule: what it would do is said first, and nothing is done before a second tap.

use super::{Asked, focus_next};
use crate::model::text::Text;
use crate::ui::parts::steady::Guard;
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, effect, memo};
use crate::ui::{conflict_words as words, words as common};
use crate::work::command::Command;
use crate::work::conflicts::Settlement;
use crate::work::conflicts::rule::Rule;
use leptos::prelude::*;

/// From how many conflicts on a rule is offered: fewer are decided one by one as fast.
const FROM: usize = 4;

/// What a rule would do.
#[derive(Clone)]
struct Would {
    rule: Rule,
    /// What it decides.
    decided: Vec<Settlement>,
    /// How many it leaves.
    left: usize,
}

/// The rules, above the list while there are many conflicts; what one would do, once it was picked.
pub(super) fn by_rule(asked: Asked) -> impl IntoView {
    let ui = asked.ui;
    let would = RwSignal::new(None::<Would>);
    let guard = Guard::default();
    // What was said of other conflicts than there are now holds no more.
    effect(move || {
        asked.all.track();
        would.try_set(None);
    });
    let pick = move |rule: Rule| {
        let all = asked.all.get_untracked().unwrap_or_default();
        ui.spawn(async move {
            match ui.work().by_rule(rule, &all).await {
                Ok(decided) => {
                    guard.moved();
                    let left = all.len() - decided.len();
                    would.try_set(Some(Would { rule, decided, left }));
                }
                Err(error) => ui.warn(error.message()),
            }
        });
    };
    let button = move |rule: Rule, path: &'static str, text: Text| {
        let is = move || would.with(|would| would.as_ref().is_some_and(|would| would.rule == rule)).to_string();
        view! {
            <button type="button" class="quiet" aria-pressed=move || is() on:click=move |_| pick(rule)>
                <Icon path=path/><span>{ui.t(text)}</span>
            </button>
        }
    };
    let many = memo(move || asked.all.with(|all| all.as_ref().map_or(0, Vec::len) >= FROM));
    let section = move || {
        view! {
            <section class="group" aria-labelledby="by-rule">
                <h2 id="by-rule">{ui.t(words::MANY_AT_ONCE)}</h2>
                <p class="help">{ui.t(words::RULES)}</p>
                <div class="deeds">
                    {button(Rule::Newer, icon_paths::CLOCK, words::ALWAYS_NEWER)}
                    {button(Rule::Ours, icon_paths::TABLET, words::ALWAYS_OURS)}
                </div>
                <div role="status" data-settling=guard.settling() on:click:capture=guard.sieve()>
                    {move || would.get().map(|would_be| said(asked, would, would_be))}
                </div>
            </section>
        }
    };
    drawn(move || many.get().then(section))
}

/// What would happen, and the tap that makes it happen.
fn said(asked: Asked, picked: RwSignal<Option<Would>>, would: Would) -> impl IntoView {
    let ui = asked.ui;
    let count = would.decided.len();
    let text = match (would.rule, count) {
        (Rule::Ours, 0) => words::NONE_OURS,
        (Rule::Ours, _) => words::WOULD_OURS,
        (Rule::Newer, _) => words::WOULD_NEWER,
    };
    let left = (would.left > 0 && count > 0).then(|| ui.say(words::WOULD_LEAVE.with("count", would.left)));
    let decided = StoredValue::new(would.decided);
    let decide = move || {
        // What was said goes away, and with it what it holds.
        let all = decided.get_value();
        picked.set(None);
        ui.spawn(async move {
            let here = ui.here();
            let done = ui.run(Command::SettleAll(all.into())).await;
            if done.is_ok() && ui.is_still(here) {
                focus_next();
            }
        });
    };
    view! {
        <div class="notice" data-tone="care">
            <Icon path=icon_paths::WARNING/>
            <div>
                <p>{ui.say(text.with("count", count))}</p>
                {left.map(|left| view! { <p>{left}</p> })}
                <div class="deeds">
                    {(count > 0).then(|| view! {
                        <button type="button" class="primary" on:click=move |_| decide()>
                            <Icon path=icon_paths::CHECK/><span>{ui.say(words::DECIDE.with("count", count))}</span>
                        </button>
                    })}
                    <Quiet path=icon_paths::CLOSE text=common::CANCEL on_tap=move || picked.set(None)/>
                </div>
            </div>
        </div>
    }
}
