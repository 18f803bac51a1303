//! The words of what events add up to, in both languages.

crate::words! {
    TITLE = "Event totals", "Totales de eventos";
    SAME_YEAR = "This year", "Este año";
    SET_YEAR = "Survey year", "Año de la encuesta";
    SESSIONS_HELD = "{sessions} program {sessions|session was|sessions were} held, with {people} {people|participant|participants}.", "Se {sessions|realizó|realizaron} {sessions} {sessions|sesión|sesiones} de programa, con {people} {people|participante|participantes}.";
    BEYOND = "Beyond what the annual survey counts, there {events|was|were} {events} outreach {events|event|events}, with {people} {people|participant|participants}.", "Además de lo que cuenta la encuesta anual, hubo {events} {events|actividad comunitaria|actividades comunitarias}, con {people} {people|participante|participantes}.";
    VIEWS = "{events} {events|recording|recordings}, viewed {people} {people|time|times}.", "{events} {events|grabación|grabaciones}, con {people} {people|vista|vistas}.";
    NONE_HELD = "No event was marked as held in this time.", "En este tiempo no hay ningún evento marcado como realizado.";
    UNKNOWN = "{events} {events|event has|events have} no number of participants.", "{events} {events|evento no tiene|eventos no tienen} número de participantes.";
    NOT_CLOSED = "{events} {events|event is|events are} over but not marked as held or canceled, so {events|it is|they are} not counted here.", "{events} {events|evento ya pasó y no está marcado como realizado ni cancelado, así que no se cuenta|eventos ya pasaron y no están marcados como realizados ni cancelados, así que no se cuentan} aquí.";
    PER_HOUR = "Participants for each hour of staff time: {people}, from {events} {events|event|events} with minutes recorded.", "Participantes por cada hora del personal: {people}, según {events} {events|evento|eventos} con minutos anotados.";
    UNDECIDED = "Answer these to complete the count", "Responda estas para completar la cuenta";
    FOR_SURVEY = "For the annual survey", "Para la encuesta anual";
    NUMBERS = "The small numbers are those of the Public Libraries Survey.", "Los números pequeños son los de la encuesta de bibliotecas públicas (PLS).";
    WHAT = "What", "Qué";
    SESSIONS = "Sessions", "Sesiones";
    ATTENDANCE = "Attendance", "Asistencia";
    PARTICIPANTS = "Participants", "Participantes";
    ALL_BY_AGE = "All sessions, by age group", "Todas las sesiones, por edad";
    ALL_BY_PLACE = "All sessions, by place", "Todas las sesiones, por lugar";
    NO_AGE = "Age group not recorded", "Sin grupo de edad";
    NO_PLACE = "Format not recorded", "Sin formato";
    ON_SITE = "On-site", "En la biblioteca";
    OFF_SITE = "Off-site", "Fuera de la biblioteca";
    VIRTUAL = "Virtual (online)", "Virtual (en línea)";
    RECORDINGS = "Recordings, by views", "Grabaciones, por vistas";
    OUTREACH = "Outreach that the survey does not count", "Actividades que la encuesta no cuenta";
    BY_TYPE = "Events by type", "Eventos por tipo";
    BY_AUDIENCE = "Events by age group", "Eventos por grupo de edad";
    BY_PLACE = "Events by location", "Eventos por lugar";
    BY_PARTNER = "Events by partner", "Eventos por socio";
    TYPE = "Type", "Tipo";
    AGE_GROUP = "Age group", "Edad";
    BY_PROMOTER = "Events that partners shared", "Eventos que compartieron los socios";
    SHARED = "Partners shared {events} of {held} {held|event|events}, with {people} {people|participant|participants}.", "Los socios compartieron {events} de {held} {held|evento|eventos}, con {people} {people|participante|participantes}.";
    NOT_SAID = "Not recorded", "Sin anotar";
    SAVE = "Save as a spreadsheet (.csv)", "Guardar como hoja de cálculo (.csv)";
    FILE_NAME = "Event totals {from} to {to}.csv", "Totales de eventos {from} a {to}.csv";
    NUMBER = "Number in the survey", "Número en la encuesta";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_the_same() {
        assert_eq!(crate::model::text::faults(super::ALL), Vec::<String>::new());
    }
}
