//! Partners are told: one message for all that are chosen, sent by whatever app the person likes, and then noted.

use super::{Screen, tongues};
use crate::events::kinds::event::EVENT;
use crate::events::promotion::message::{Facts, mail_to_all, page_of, text_to};
use crate::events::promotion::standing::{self, Told};
use crate::events::promotion::words;
use crate::model::id::Id;
use crate::model::library::{LIBRARY, fields as library};
use crate::model::typed::Of;
use crate::ui::context::Ui;
use crate::ui::parts::sharing::{can_share, copy, share};
use crate::ui::parts::{Icon, Quiet, icon_paths};
use crate::ui::reactive::{drawn, memo};
use crate::ui::typing::{APART, Typing};
use crate::work::command::Command;
use crate::work::library::library_id;
use chrono::Datelike;
use leptos::prelude::*;

/// What there is to say of an event, followed.
pub fn facts(ui: Ui, event: Id) -> Facts {
    let library = ui.record(&LIBRARY, library_id());
    let said = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let name = said(library.as_deref().and_then(|record| library::NAME.of(record)));
    let line = said(library.as_deref().and_then(|record| library::LINE.of(record)));
    let event = ui.record(&EVENT, event);
    event.map(|record| Facts::of(&record, &name, &page_of(&line).unwrap_or_default())).unwrap_or_default()
}

impl Screen {
    /// The message, and the ways it leaves; nothing while nobody is chosen.
    pub(super) fn telling(self) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let typing = Typing::new(ui, format!("promotion:{event}"), Some(Of::new(EVENT.id, event, [])), String::new());
        // What stands there follows the event and the language until somebody writes something else.
        let edited = RwSignal::new(typing.text.with_untracked(|text| !text.is_empty()));
        let text = memo(move || match edited.get() {
            true => typing.text.get(),
            false => facts(ui, event).message(self.tongues.get(), ui.work().now().today().year()),
        });
        let any = memo(move || !self.chosen_now().is_empty());
        let start_over = move || {
            edited.set(false);
            typing.write(String::new());
        };
        let form = move || {
            view! {
                <section class="group form">
                    <h2>{ui.t(words::MESSAGE)}</h2>
                    {tongues(ui, self.tongues)}
                    <div class="field">
                        <textarea
                            rows="10" dir="auto" autocomplete="off" form=APART aria-label=ui.t(words::MESSAGE) prop:value=move || text.get()
                            on:input=move |event| {
                                edited.set(true);
                                typing.write(event_target_value(&event));
                            }
                        ></textarea>
                    </div>
                    {drawn(move || edited.get().then(|| view! {
                        <div class="deeds"><Quiet path=icon_paths::UNDO text=words::START_OVER on_tap=start_over/></div>
                    }))}
                    {self.by_mail(text)}
                    <div class="deeds">
                        <Quiet path=icon_paths::TABLET text=words::COPY on_tap=move || copy(ui, text.get_untracked(), words::COPIED, words::NOT_COPIED)/>
                        {can_share().then(|| view! {
                            <Quiet path=icon_paths::SHARE text=words::SHARE on_tap=move || share(ui, text.get_untracked())/>
                        })}
                    </div>
                    {self.by_text(text)}
                    <p class="soft">{ui.t(words::THEN_MARK)}</p>
                </section>
            }
        };
        drawn(move || any.get().then(form))
    }

    /// One e-mail to all that have an address.
    fn by_mail(self, text: Memo<String>) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let addresses = memo(move || {
            let chosen = self.chosen_now();
            let without = chosen.iter().filter(|one| one.email.is_none()).map(|one| one.name.clone());
            let without = without.collect::<Vec<_>>().join(", ");
            (chosen.into_iter().filter_map(|one| one.email).collect::<Vec<String>>(), without)
        });
        let to = move || {
            let subject = facts(ui, event).subject(self.tongues.get());
            addresses.with(|(all, _)| mail_to_all(all, &subject, &text.get()))
        };
        let count = memo(move || addresses.with(|(all, _)| all.len()));
        let link = move || {
            view! {
                <div class="deeds">
                    <a class="quiet" href=to on:click=move |_| self.how.set(Some("email"))>
                        <Icon path=icon_paths::MAIL/>
                        <span>{move || words::EMAIL_ALL.with("count", count.get()).say(ui.lang.get())}</span>
                    </a>
                </div>
                <p class="soft">{ui.t(words::EMAIL_HIDDEN)}</p>
            }
        };
        view! {
            {drawn(move || (count.get() > 0).then(link))}
            {move || addresses.with(|(_, without)| (!without.is_empty()).then(|| view! {
                <p class="soft" dir="auto">{words::NO_EMAIL.with("names", without.as_str()).say(ui.lang.get())}</p>
            }))}
        }
    }

    /// A text message to each that has a number.
    fn by_text(self, text: Memo<String>) -> impl IntoView {
        let ui = self.ui;
        let numbers = memo(move || {
            let chosen = self.chosen_now().into_iter();
            chosen.filter_map(|one| Some((one.name, one.phone?))).collect::<Vec<(String, String)>>()
        });
        let link = move |(name, number): (String, String)| {
            let to = move || text_to(&number, &text.get());
            view! {
                <a class="quiet" href=to on:click=move |_| self.how.set(Some("text_message"))>
                    <Icon path=icon_paths::QUOTE/>
                    <span dir="auto">{ui.say(words::TEXT_ONE.with("name", name))}</span>
                </a>
            }
        };
        drawn(move || {
            let numbers = numbers.get();
            (!numbers.is_empty())
                .then(|| view! { <div class="deeds">{numbers.into_iter().map(link).collect_view()}</div> })
        })
    }

    /// All that are chosen were told.
    pub(super) fn mark(self) -> impl IntoView {
        let Screen { ui, event, .. } = self;
        let count = memo(move || self.chosen_now().len());
        let mark = move |_| {
            let partners: Vec<_> = untrack(|| self.chosen_now()).into_iter().map(|one| one.partner).collect();
            let work = ui.work();
            let told = Told { how: self.how.get_untracked(), by: work.state().actor, on: work.now().today() };
            let (rows, count) = ui.look(|book, index| standing::tell(book, index, event, &partners, told));
            if rows.is_empty() {
                return;
            }
            let name = untrack(|| ui.title(&EVENT, event)).unwrap_or_default();
            let label = words::TOLD_MANY.with("name", name).with("count", count);
            ui.spawn(async move {
                if ui.run(Command::Write { label, rows }).await.is_ok() {
                    self.chosen.try_update(std::collections::BTreeSet::clear);
                    self.how.try_set(None);
                }
            });
        };
        drawn(move || {
            (count.get() > 0).then(|| {
                view! {
                    <button type="button" class="primary" on:click=mark>
                        <Icon path=icon_paths::CHECK/>
                        <span>{move || words::MARK_TOLD.with("count", count.get()).say(ui.lang.get())}</span>
                    </button>
                }
            })
        })
    }
}
