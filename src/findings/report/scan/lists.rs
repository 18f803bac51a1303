//! Words by which names and addresses are told from other words, folded.

/// Words that link those of one name.
pub const LINKING: &str = "de del la las los y e da das dos do van von der den";

/// Other words that stand in names and name nobody.
pub const NAMES_NOBODY: &str = "\
     el the and of for mr mrs ms miss dr dra sr sra srta don dona san santa jr ii iii iv";

/// Words of instructions and for anybody, which stand where a name should (“ask for the office”). They are no names by
/// themselves, however they are written.
pub const COMMON: &str = "\
     ask call text email mail phone front desk office manager director coordinator secretary reception assistant \
     contact please leave left message speak talk see anyone anybody someone somebody nobody none unknown new former \
     main number name back after before when monday tuesday wednesday thursday friday saturday morning \
     afternoon evening library school center mother father parent person teacher student neighbor neighbour mom dad \
     speaker resident worker staff family group \
     pregunte pregunta preguntar llame llama llamar hable habla hablar deje dejar escriba escribir oficina recepcion \
     gerente directora encargada encargado coordinadora coordinador secretaria secretario duena dueno contacto \
     telefono correo mensaje favor nadie alguien nueva nuevo numero nombre lunes martes miercoles jueves viernes \
     sabado manana tarde noche biblioteca escuela centro madre padre mama papa persona maestra maestro vecina vecino \
     senora senor senorita trabajadora trabajador estudiante residente familia grupo";

/// Words that are names of some and words of all: they name somebody where they begin with a large letter.
pub const NAMES_AND_WORDS: &str = "\
     may june april august will mark bill rich art grant grace hope faith joy rose rosa luz paz sol mar cruz \
     blanca flores reyes rey santos angel iris ivy violet ruby pearl amber dawn summer autumn chase drew frank \
     gene guy jack jay jean dean carol pat penny rob ray rusty sandy skip sue ted chip dale glen grey miles \
     long short young old little brown white black green gray blue gold silver king queen prince bishop pope \
     church abbot cook baker smith miller carter taylor fisher hunter mason porter page parker park hill brook \
     brooks field fields wood woods stone rivers lake banks bridges day days love case price rice bean berry \
     cherry salt frost snow rains winter march major judge law power powers best good moore more less west \
     north east south england france dulce linda bella leal bueno rico bravo campo campos rojas prado rios \
     luna mora vega calle iglesias mercado caballero guerra vida domingo mercedes socorro dolores esperanza \
     consuelo pilar alma fe lee sunday friend woman man girl boy lady amiga amigo mujer hombre nina nino";

/// Words after which no street goes on from a number before them: “12 of them came down the street”.
pub const NO_STREET: &str = "\
     a an the of in on at to and or for my our your his her their this that these those with from by is was \
     were are be it we i you he she they who which people kids children years hours minutes days weeks months \
     times miles blocks dollars percent persons families el la los las de del en y o u mi mis su sus un una es \
     son era que con por para al ninos hijos anos horas minutos dias semanas meses veces millas cuadras \
     dolares personas familias am pm";

/// What stands before the number of a house where Spanish is spoken, and before those of roads.
pub const BEFORE_NUMBER: &str = "\
     calle avenida avda av ave camino carretera paseo callejon carrera calzada bulevar boulevard plaza \
     urbanizacion urb ruta route rte highway hwy";

/// What stands right before the number of a home or a box.
pub const RIGHT_BEFORE: &str = "\
     apt apartment apartamento apto unit suite box apartado depto departamento";
