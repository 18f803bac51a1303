//! What is asked of a typed day or rule, and the words of a rule.

crate::words! {
    NO_SUCH_DAY = "There is no {day}. Which day do you mean?", "El {day} no existe. ¿Qué día quiere decir?";
    NO_SUCH_MONTH = "There is no month {month}. Is it this day?", "No existe el mes {month}. ¿Es este día?";
    WHICH_ONE = "Which of these days do you mean?", "¿Cuál de estos días quiere decir?";
    OVER = "This day has just passed. Which one do you mean?", "Ese día acaba de pasar. ¿Cuál quiere decir?";
    OTHER_WEEKDAY = "{day} is a {weekday}. Which day do you mean?", "El {day} es {weekday}. ¿Qué día quiere decir?";
    OF_WHAT = "Of which month, or of every month?", "¿De qué mes, o de cada mes?";
    WHICH_DAYS = "On which day?", "¿Qué día?";
    HOW_OFTEN = "How often do you mean?", "¿Cada cuánto quiere decir?";
    SEVERAL = "There is more than one day here. Which one do you mean?", "Aquí hay más de un día. ¿Cuál quiere decir?";
    UNTIL_WHEN = "Until which day? Please write it as a date.", "¿Hasta qué día? Por favor, escríbalo como fecha.";
    NEVER = "There is no such day until then. Which do you mean?", "No hay ningún día así hasta entonces. ¿Cuál quiere decir?";

    EVERY_DAY = "every day", "todos los días";
    EVERY_OTHER_DAY = "every other day", "un día sí y otro no";
    EVERY_DAYS = "every {number} days", "cada {number} días";
    EVERY_WORKDAY = "every weekday", "de lunes a viernes";
    EVERY_WEEK = "every {weekdays}", "cada {weekdays}";
    EVERY_OTHER_WEEK = "every other {weekdays}", "un {weekdays} sí y otro no";
    EVERY_WEEKS = "every {number} weeks on {weekdays}", "cada {number} semanas, los {weekdays}";
    MONTH_DAYS = "on the {days} of each month", "el {days} de cada mes";
    MONTH_DAYS_OF = "on the {days} of the month, every {number} months", "el {days} del mes, cada {number} meses";
    NTHS = "the {days} of each month", "el {days} de cada mes";
    NTHS_OF = "the {days} of the month, every {number} months", "el {days} del mes, cada {number} meses";
    EVERY_YEAR = "every year on {day}", "cada año el {day}";
    EVERY_YEARS = "every {number} years on {day}", "cada {number} años el {day}";
    NTH_OF_MONTH = "the {days} of {month}", "{days} de {month}";
    LAST_DAY = "last day", "último día";
    NTH_WEEKDAY = "{nth} {weekday}", "{nth} {weekday}";
    UNTIL = "{rule} until {day}", "{rule} hasta el {day}";
    TIMES = "{rule}, {number} {number|time|times}", "{rule}, {number} {number|vez|veces}";
    AND = "{first} and {last}", "{first} y {last}";
    AND_THE = "{first} and the {last}", "{first} y el {last}";
    COMMA = "{first}, {last}", "{first}, {last}";
    FIRST = "first", "primer";
    SECOND = "second", "segundo";
    THIRD = "third", "tercer";
    FOURTH = "fourth", "cuarto";
    FIFTH = "fifth", "quinto";
    LAST = "last", "último";
    NEXT_TO_LAST = "second to last", "penúltimo";
    SATURDAYS = "Saturday", "sábados";
    SUNDAYS = "Sunday", "domingos";
    DAY_ST = "{day}st", "{day}";
    DAY_ND = "{day}nd", "{day}";
    DAY_RD = "{day}rd", "{day}";
    DAY_TH = "{day}th", "{day}";
}
