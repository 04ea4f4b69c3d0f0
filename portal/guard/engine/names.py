"""Given names of the region and of frequent countries of origin, and words that only look like names.

In the spelling of the `word` view: small letters, no diacritics, Cyrillic by sound (љ as l, њ as n, џ as d).
"""

_GIVEN = """
abdul abdulah abdullah aca admir adnan adrian afrim agim agron ahmad ahmed aisha ajla alban albana albert
aleks aleksandar aleksandra ali alija alma almir altin amar amela amer amina amir ana andi andrej andrijana
anela aneta angel angela anita anna anton arben ardian arjan armin arta artan asim astrit avni azem azra
bajram bashkim bekim belma besa besim besnik bilal biljana blagoja blerim blerina blerta bogdan bojan bojana
boris borko boro branislav branka branko bujar burim dalibor dalila damir dana danica daniel daniela danijel
danijela danilo darko davor dean dejan demal denis desanka dimce dimitar dina dino djordje dorde dordije
dragan dragana dragica drago dragoljub dragolub dragoslav drita driton dulijana durdica dusan dusko dzemal
edin edita edmond edona eldin elena elira elizabeta elma elmir elvir elvis emil emin emina emir enes engjell
enver erion ermin ernad ervin esad farid farida faruk fatima fatime fatmir fatos fehim ferid feride fikret
filip flamur florian florim fuad gazmend genc gentian georgi gezim gjergj goce goran gordana gorica hajdar
hajrije hajrudin hakan halil halim hamid hamza hana haris harun hasan hassan husein hussain hussein hysen
ibrahim ibro igor ilija ilir imran irena irfan isa ismail ismet ivan ivana ivica ivo izet jagoda jakov
jasmin jasmina jasna javad jelena jeton john jovan jovana jovica jovo julia julijana jusuf kadri kamran
kareem karim katarina katerina kemal khalid kiril klara kosta kreshnik kristina krste kujtim laila lazar
leila lejla leonora lidija lilana liljana lirije ljiljana ljubica ljubisa luan lubica lubisa luka lule
luljeta lulzim mahmoud mahmud maja majlinda malik maria marija marina mario marjan marko marta martin mehdi
mehmet mensur mentor merima merita mevlida mihail mihajlo milan milana mile milena milica milija milivoje
miljan milka milorad milos milovan milutin mimoza mira mirela miriana mirjana mirko miroslav mirsad mirsada
mitar mladen mohamed mohammad mohammed momcilo momir muamer muhamed muhammad muharem munira murat musa
mustafa nada nadica naim naser nasir natasa nazmi nebojsa nedeljko nedelko nedim nemanja nenad nermin
nermina nevena nexhmije nezir nihad nikola nikolina nina noor novak nusret ognen ognjen olga oliver olivera
omar omer osman pajazit parwin pavle pera perica pero petar petra petre petrit petro pranvera predrag qamil
qazim rade radica radivoje radmila radoje radomir radovan rahim rahman ramadan ramiz ramush ranko rashid
rasim ratko refik rexhep reza riza robert rrahman rustem sabina sabri sadik said salih salim samir samira
sandra sanel sanela sanja sara sasa sead sefer selim selma selver semir senad senada serif shaban shefqet
sherif shkelzen shpend shpresa shqipe simon simona sinan sinisa skender slavica slavisa slavko slobodan
slobodanka snezana sonja srdan srdjan sreten stana stefan stevan stevo stojan stojanka suad suada sulejman
suzana svetlana tahir tamara tanja tariq tatjana teodora todor tome tomislav toni trajko uros usman vahid
valbona valdet valon vanja vasil veljko velko vera verica vesel vesna vida viktor viktorija violeta visar
vjosa vladan vladimir vladislav vlado vlora vojislav vuk vukasin xhavit xhemal xhevdet yasin yousef yusuf
zahra zaim zainab zana zarko zdravko zef zehra zejnep zeljko zelko zijad zivko zlata zlatan zlatko zoran
zorana zorica zvonko
"""

_INSTITUTIONAL = """
a act adopted after agency agreement agreements albania albanija all an and annex any april article articles
association at august austria avgust banja bashkimi before belgrade beograd berlin between birth border born
bosna bosne bosnia broj brussels budva bulgaria by case cetvrtak chapter child children clan clana
commission committee convention council court crna crne croatia date datelindja datum dear decembar december
decision department dhe dhjetor directive do dogovor dogovorot dr drejtoria dublin durres e each east
eastern embg emri europe european european europian evropian evropska evropske evropski evropskoj example
februar february federacija federacije federation field figure file fletorja for france friday from gazette
geneva germany glasnik gora gore government granicna greece group gusht hague he her hercegovina hercegovine
herzegovina his hrvatska hrvatske human hungary i if ime in international issued it italy janar januar
january je jmbg journal jul july june juni kingdom korrik kosova kosoves kosovo law laws ligji ligjit lindur
list luka macedonia maj makedonija makedonije march marreveshja marreveshjes mars mart may mbiemri me mesto
ministarstva ministarstvo minister ministerstvo ministerstvoto ministria ministrise ministry monday
montenegro mr mrs ms na name national nations ne nedela nemacka neni nenit nentor network new nga nid nis no
north northern not note novembar november novi number o october od odluka of office official ohrid oktobar
on or our page paragraph parliament part pasaporta pasos pasoshi passport people per person persons petak
place po podgorica point police policia policija policije ponedeljak prezime prill prishtina pristina prof
protocol qershor qeveria qeverise readmission received refugee refugees regional regulation reply republic
republici republika republike request requested return rights roden rodena rodenja romania sad sarajevo
saturday schengen se section sent septembar september serbia serbien service severna severne she shkurt
shqiperia shqiperise shtator signed since skopje skople skupstina slovenia slovenija sluzben sluzbeni so
sobranie south southern specimen spogodba spogodbata sporazum sporazuma srbija srbije sreda stabilisation
stabilization state states strana strasbourg subota sunday surname sweden switzerland table te tetor that
the their these they this those thursday tirana tirane to training treaty tribunal tuesday turkey turkiye u
ugovor ugovora under unija unijata unije union united until uprava uredba utorak vendlindja vesnik vienna
vlada vladata vlade vo we wednesday west western when with york you za zakon zakona zemla zemlje zyrtare
"""

GIVEN_NAMES = frozenset(_GIVEN.split())
INSTITUTIONAL = frozenset(_INSTITUTIONAL.split())
