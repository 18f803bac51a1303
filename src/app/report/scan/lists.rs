//! Words by which names and addresses are told from other words, folded.

/// Words that stand in names and name nobody.
pub const NAMES_NOBODY: &str = "\
     de del la las los el y e da das dos do van von der den the and of for mr mrs ms miss dr dra sr sra srta \
     don dona san santa jr ii iii iv \
     ask call left office desk front pregunte llame oficina";

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
     consuelo pilar alma fe library school center mother father parent person teacher student neighbor \
     neighbour mom dad somebody speaker resident worker staff friend woman man girl boy lady madre padre mama \
     papa maestra maestro vecina vecino senora senor persona alguien trabajadora trabajador estudiante \
     residente amiga amigo mujer hombre nina nino group family familia grupo";

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
