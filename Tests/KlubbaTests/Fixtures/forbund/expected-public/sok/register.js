window.klubbaRegister=[
["arenden/2019-30/","2019:30","Flerpartsrutin, förlängning","Ärende",["Arbetsutskottet","Förbundsstyrelsen"],["2019","2020"],"Delat beslut","Flerpartsrutin, Storviks kommun, Region Provsjön, Försäkringskassan"],
["arenden/2020-8/","2020:8","Kartläggning av behov","Ärende",["Förbundsstyrelsen"],["2020"],"","Kartläggning, Lillviks kommun, Lillviks kommun, Region Provsjön"],
["arenden/amn-2020-00012/","AMN-2020-00012","Uppföljning per maj","Ärende",["Arbetsmarknadsnämnden"],["2020"],"",""],
["arenden/fraga-om-lokaler/","","Fråga om lokaler","Ärende",[],[],"",""],
["moten/au-2020-06-04/","","Arbetsutskottet 4 juni 2020","Möte",["Arbetsutskottet"],["2020"],"","AU 2020-06-04"],
["moten/amn-2020-06-15/","","Arbetsmarknadsnämnden 15 juni 2020","Möte",["Arbetsmarknadsnämnden"],["2020"],"","AMN 2020-06-15"],
["moten/au-2020-08-20/","","Arbetsutskottet 20 augusti 2020","Möte",["Arbetsutskottet"],["2020"],"","AU 2020-08-20"],
["moten/fs-2020-09-18/","","Förbundsstyrelsen 18 september 2020","Möte",["Förbundsstyrelsen"],["2020"],"","FS 2020-09-18"],
["moten/fs-2020-10-23/","","Förbundsstyrelsen 23 oktober 2020","Möte",["Förbundsstyrelsen"],["2020"],"","FS 2020-10-23"],
["moten/fs-2020-12-11/","","Förbundsstyrelsen 11 december 2020","Möte",["Förbundsstyrelsen"],["2020"],"","FS 2020-12-11"],
["sidor/om/","","Om förbundet","Sida",[],[],"",""],
["sidor/overklaga/","","Så överklagar du","Sida",[],[],"",""],
];
