use super::*;

#[test]
fn rules_of_weeks() {
    say(&[
        ("every Thursday", "WEEKLY;BYDAY=TH from 2027-01-28", ""),
        ("story time every Thursday at 10", "WEEKLY;BYDAY=TH from 2027-01-28 10:00", "story time"),
        ("every other Thursday until June", "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630 from 2027-01-28", ""),
        ("every two weeks on Monday", "WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01", ""),
        ("every three weeks on Monday", "WEEKLY;INTERVAL=3;BYDAY=MO from 2027-02-01", ""),
        ("every Monday and Wednesday", "WEEKLY;BYDAY=MO,WE from 2027-01-27", ""),
        ("every Mon, Wed and Fri", "WEEKLY;BYDAY=MO,WE,FR from 2027-01-27", ""),
        ("Storytime Tuesdays at 10:30", "WEEKLY;BYDAY=TU from 2027-02-02 10:30", "Storytime"),
        ("on Tuesdays and Thursdays", "WEEKLY;BYDAY=TU,TH from 2027-01-28", ""),
        ("Tuesdays, every other week", "WEEKLY;INTERVAL=2;BYDAY=TU from 2027-02-02", ""),
        ("alternate Thursdays", "WEEKLY;INTERVAL=2;BYDAY=TH from 2027-01-28", ""),
        ("Mon/Wed/Fri desk", "WEEKLY;BYDAY=MO,WE,FR from 2027-01-27", "desk"),
        ("every Tue/Thu 3-4", "WEEKLY;BYDAY=TU,TH from 2027-01-28 15:00-16:00", ""),
        ("every Tuesday in March", "WEEKLY;BYDAY=TU;UNTIL=20270331 from 2027-03-02", ""),
        ("every Thursday Feb 4", "WEEKLY;BYDAY=TH from 2027-02-04", ""),
        ("todos los martes de marzo", "WEEKLY;BYDAY=TU;UNTIL=20270331 from 2027-03-02", ""),
        ("cada lunes de 3 a 5 club de tareas", "WEEKLY;BYDAY=MO from 2027-02-01 15:00-17:00", "club de tareas"),
        ("every sat at 10", "WEEKLY;BYDAY=SA from 2027-01-30 10:00", ""),
        ("todas las semanas los lunes", "WEEKLY;BYDAY=MO from 2027-02-01", ""),
        ("every weekday", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", ""),
        ("shelf reading on weekdays", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", "shelf reading"),
        ("Monday through Thursday desk", "WEEKLY;BYDAY=MO,TU,WE,TH from 2027-01-27", "desk"),
        ("Mon-Fri desk", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", "desk"),
        ("every weekend", "WEEKLY;BYDAY=SA,SU from 2027-01-30", ""),
        ("weekly on Friday", "WEEKLY;BYDAY=FR from 2027-01-29", ""),
        ("every week starting Feb 3", "WEEKLY;BYDAY=WE from 2027-02-03", ""),
        ("every two weeks starting February 5", "WEEKLY;INTERVAL=2;BYDAY=FR from 2027-02-05", ""),
        ("every Thursday, 6 times", "WEEKLY;BYDAY=TH;COUNT=6 from 2027-01-28", ""),
        ("every Thursday for 6 weeks", "WEEKLY;BYDAY=TH;UNTIL=20270310 from 2027-01-28", ""),
        ("every Thursday from Feb 10 through March 5", "WEEKLY;BYDAY=TH;UNTIL=20270305 from 2027-02-11", ""),
        ("every Thursday at 3 until the end of May", "WEEKLY;BYDAY=TH;UNTIL=20270531 from 2027-01-28 15:00", ""),
        ("cada jueves", "WEEKLY;BYDAY=TH from 2027-01-28", ""),
        ("todos los jueves a las 10", "WEEKLY;BYDAY=TH from 2027-01-28 10:00", ""),
        ("los jueves hora de cuentos", "WEEKLY;BYDAY=TH from 2027-01-28", "hora de cuentos"),
        ("los martes y jueves", "WEEKLY;BYDAY=TU,TH from 2027-01-28", ""),
        ("cada lunes, miércoles y viernes", "WEEKLY;BYDAY=MO,WE,FR from 2027-01-27", ""),
        ("un jueves sí y otro no hasta junio", "WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630 from 2027-01-28", ""),
        ("un jueves sí, un jueves no", "WEEKLY;INTERVAL=2;BYDAY=TH from 2027-01-28", ""),
        ("cada dos jueves", "WEEKLY;INTERVAL=2;BYDAY=TH from 2027-01-28", ""),
        ("jueves alternos", "WEEKLY;INTERVAL=2;BYDAY=TH from 2027-01-28", ""),
        ("cada dos semanas los lunes", "WEEKLY;INTERVAL=2;BYDAY=MO from 2027-02-01", ""),
        ("cada tres semanas el lunes", "WEEKLY;INTERVAL=3;BYDAY=MO from 2027-02-01", ""),
        ("de lunes a viernes", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", ""),
        ("lunes a viernes recepción", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", "recepción"),
        ("entre semana", "WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2027-01-27", ""),
        ("los fines de semana", "WEEKLY;BYDAY=SA,SU from 2027-01-30", ""),
        ("cada sábado a partir del 10 de febrero", "WEEKLY;BYDAY=SA from 2027-02-13", ""),
        ("cada jueves, 6 veces", "WEEKLY;BYDAY=TH;COUNT=6 from 2027-01-28", ""),
        ("cada jueves durante 6 semanas", "WEEKLY;BYDAY=TH;UNTIL=20270310 from 2027-01-28", ""),
        ("cada jueves hasta fines de mayo", "WEEKLY;BYDAY=TH;UNTIL=20270531 from 2027-01-28", ""),
    ]);
}

#[test]
fn until_a_month_is_through_the_next_one_of_that_name() {
    let around = Around::on(day("2027-03-10"), Lang::En);
    all_say(
        &[
            ("every Thursday until February", "WEEKLY;BYDAY=TH;UNTIL=20280229 from 2027-03-11", ""),
            ("every Thursday until March", "WEEKLY;BYDAY=TH;UNTIL=20270331 from 2027-03-11", ""),
            ("cada jueves hasta mayo del 2028", "WEEKLY;BYDAY=TH;UNTIL=20280531 from 2027-03-11", ""),
        ],
        &around,
    );
}

#[test]
fn rules_of_days_months_and_years() {
    say(&[
        ("every day", "DAILY from 2027-01-27", ""),
        ("water plants daily", "DAILY from 2027-01-27", "water plants"),
        ("every other day", "DAILY;INTERVAL=2 from 2027-01-27", ""),
        ("every 3 days", "DAILY;INTERVAL=3 from 2027-01-27", ""),
        ("todos los días", "DAILY from 2027-01-27", ""),
        ("un día sí y otro no", "DAILY;INTERVAL=2 from 2027-01-27", ""),
        (
            "Local Professionals Coffee Chat, second Tuesday of the month",
            "MONTHLY;BYDAY=2TU from 2027-02-09",
            "Local Professionals Coffee Chat",
        ),
        ("second Tuesday", "MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("the 2nd Tuesday of every month at 9", "MONTHLY;BYDAY=2TU from 2027-02-09 09:00", ""),
        ("the last Friday", "MONTHLY;BYDAY=-1FR from 2027-01-29", ""),
        ("every last Friday of the month", "MONTHLY;BYDAY=-1FR from 2027-01-29", ""),
        ("first and third Wednesday", "MONTHLY;BYDAY=1WE,3WE from 2027-02-03", ""),
        ("the first Monday and the third Wednesday of each month", "MONTHLY;BYDAY=1MO,3WE from 2027-02-01", ""),
        ("every first Monday", "MONTHLY;BYDAY=1MO from 2027-02-01", ""),
        ("every second Tuesday of the month", "MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("the fifth Friday of each month", "MONTHLY;BYDAY=5FR from 2027-01-29", ""),
        ("the first Monday of the month, every 3 months", "MONTHLY;INTERVAL=3;BYDAY=1MO from 2027-02-01", ""),
        ("monthly on the 15th", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("on the 31st of each month", "MONTHLY;BYMONTHDAY=31 from 2027-01-31", ""),
        ("the 1st and 15th of each month", "MONTHLY;BYMONTHDAY=1,15 from 2027-02-01", ""),
        ("every month on the 15th", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("every two months on the 15th", "MONTHLY;INTERVAL=2;BYMONTHDAY=15 from 2027-02-15", ""),
        ("every month on the second Tuesday", "MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("the last day of the month: numbers", "MONTHLY;BYMONTHDAY=-1 from 2027-01-31", "numbers"),
        ("every 15th", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("every year on March 3", "YEARLY;BYMONTH=3;BYMONTHDAY=3 from 2027-03-03", ""),
        ("every March 3", "YEARLY;BYMONTH=3;BYMONTHDAY=3 from 2027-03-03", ""),
        ("March 3 every year", "YEARLY;BYMONTH=3;BYMONTHDAY=3 from 2027-03-03", ""),
        ("every year on the fourth Thursday of November", "YEARLY;BYMONTH=11;BYDAY=4TH from 2027-11-25", ""),
        ("quarterly on the 1st", "MONTHLY;INTERVAL=3;BYMONTHDAY=1 from 2027-02-01", ""),
        ("el segundo martes de cada mes", "MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("segundo martes del mes, reunión", "MONTHLY;BYDAY=2TU from 2027-02-09", "reunión"),
        ("el último viernes", "MONTHLY;BYDAY=-1FR from 2027-01-29", ""),
        ("último viernes de mes", "MONTHLY;BYDAY=-1FR from 2027-01-29", ""),
        ("el primer y tercer miércoles de cada mes", "MONTHLY;BYDAY=1WE,3WE from 2027-02-03", ""),
        ("el primer lunes y el tercer miércoles de cada mes", "MONTHLY;BYDAY=1MO,3WE from 2027-02-01", ""),
        ("cada segundo martes del mes", "MONTHLY;BYDAY=2TU from 2027-02-09", ""),
        ("el 15 de cada mes", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("el día 31 de cada mes", "MONTHLY;BYMONTHDAY=31 from 2027-01-31", ""),
        ("los días 1 y 15 de cada mes", "MONTHLY;BYMONTHDAY=1,15 from 2027-02-01", ""),
        ("cada mes el día 15", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("mensualmente el 15", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        ("cada dos meses el 15", "MONTHLY;INTERVAL=2;BYMONTHDAY=15 from 2027-02-15", ""),
        ("el último día de cada mes, estadísticas", "MONTHLY;BYMONTHDAY=-1 from 2027-01-31", "estadísticas"),
        ("cada año el 3 de marzo", "YEARLY;BYMONTH=3;BYMONTHDAY=3 from 2027-03-03", ""),
        ("los primeros lunes de cada mes", "MONTHLY;BYDAY=1MO from 2027-02-01", ""),
        ("todos los meses el día 15", "MONTHLY;BYMONTHDAY=15 from 2027-02-15", ""),
        // One day after all.
        ("last day of February report", "2027-02-28", "report"),
        ("second Tuesday of March book talk", "2027-03-09", "book talk"),
        ("el segundo martes de marzo, charla", "2027-03-09", "charla"),
        ("the first Monday of next month", "2027-02-01", ""),
    ]);
}

#[test]
fn a_rule_is_said_as_people_say_it() {
    for (rule, en, es) in [
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630",
            "every other Thursday until June 30, 2027",
            "un jueves sí y otro no hasta el 30 de junio de 2027",
        ),
        ("FREQ=MONTHLY;BYDAY=2TU", "the second Tuesday of each month", "el segundo martes de cada mes"),
        (
            "FREQ=MONTHLY;BYDAY=1WE,3WE",
            "the first and third Wednesday of each month",
            "el primer y tercer miércoles de cada mes",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO,-1FR",
            "the first Monday and the last Friday of each month",
            "el primer lunes y el último viernes de cada mes",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
            "the last Friday of the month, every 3 months",
            "el último viernes del mes, cada 3 meses",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=1,22,31", "on the 1st, 22nd and 31st of each month", "el 1, 22 y 31 de cada mes"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of each month", "el último día de cada mes"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "de lunes a viernes"),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=6", "every Tuesday and Thursday, 6 times", "cada martes y jueves, 6 veces"),
        (
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU",
            "every 3 weeks on Saturday and Sunday",
            "cada 3 semanas, los sábados y domingos",
        ),
        ("FREQ=DAILY", "every day", "todos los días"),
        ("FREQ=DAILY;INTERVAL=10", "every 10 days", "cada 10 días"),
        (
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "every year on the fourth Thursday of November",
            "cada año el cuarto jueves de noviembre",
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=3;COUNT=1",
            "every 2 years on March 3, 1 time",
            "cada 2 años el 3 de marzo, 1 vez",
        ),
    ] {
        let said = super::super::say(&rule.parse().unwrap()).unwrap();
        assert_eq!([said.say(Lang::En), said.say(Lang::Es)], [en, es], "{rule}");
    }
    for rule in [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU",
        "FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
    ] {
        assert_eq!(super::super::say(&rule.parse().unwrap()), None, "{rule}");
    }
}
