"""Names of people of the region and of frequent countries of origin (given names, and family names without an ending
that gives them away), and words that only look like names.

In the spelling of the `word` view: small letters, no diacritics, Cyrillic by sound (љ as l, њ as n, џ as d).
"""

_PERSONAL = """
abdul abdulah abdullah abdulrahman abid aca adeel admir adnan adrian afrim afrodita aftab agim agron ahmad
ahmed ahmeti aisha ajla akbar alban albana albert aleks aleksandar aleksandra ali alija aliu alketa alma
almir altin amar amela amer amin amina amir ana andi andrej andrijana anela aneta angel angela angjel anita
anna anton anwar arben arbnor arbnora ardian arif arijeta arjan arlind armend armin arshad arta artan asad
ashraf asim aspazija astrit aurora avni ayse azem azemi aziz azra babar bajram bajrami bardha bardhi baris
basha bashir bashkim begum bekim belma benard beqiri berisha besa besiana besim besnik betim bibi bilal
biljana bislimi bistra blagica blagoja blerim blerina blerta bleta bogdan bojan bojana boris borko boro
bozidar branislav branka branko bujana bujar burak burbuqe burim bytyqi cela cem dafina dalibor dalila damir
dana dance danica daniel daniela danijel danijela danilo darko davor dean deepak dejan demal denis deniz
dervishi desanka dijana dimce dimitar dina dino divna djordje dobre donjeta dorde dordije dragan dragana
dragica drago dragoljub dragolub dragoslav drita driton duka dulijana durdica dusan dusko dzemal dzenan
dzenana ebru edin edita edmira edmond edona egzon ehsan eldin elena elif elira elizabeta elma elmir elvir
elvis emil emin emina emine emir emira emre endrit enes engjell enisa enkelejda entela enver erblin erion
erjon ermal ermin ernad ervin erza esad faisal farhad farid farida farooq faruk fatima fatime fatjon fatjona
fatma fatmir fatos fawad fehim ferid feride feroz festim fetahu fikret fikreta filip fisnik fitim fjolla
flamur florian florim fuad gashi gazmend genc gent gentian georgi gezim ghulam gjergj gjergji gjini gjoka
gligor goce goran gordana gorgi gorica granit habib hafiz haider hajdar hajrije hajrudin hakan halil halili
halim hamed hamid hamza hana haris harun hasan hasani hashim hasime hassan hatice hatidza haxhiu hossain
husein huseyin husnija hussain hussein hysen hyseni ibrahim ibrahimi ibro idris igor ilija ilir ilirian
ilirjan ilirjana imran indira iqbal irena irfan isa ishaq ismail ismaili ismet ivan ivana ivica ivo izet
izudin jagoda jakov jakupi jamal jamil jashari jasmin jasmina jasna javad javed jelena jetmir jeton john
jovan jovana jovica jovo julia julijana jusuf kabashi kabir kadri kadriu kaltrina kamal kamran kareem karim
kastrati kastriot katarina katerina kaur kelmendi kemal kenan khalid khalil kire kiril klara kledi klodian
kocho kosta krasniqi kreshnik kristina krste kryeziu kujtim kumar kushtrim labinot laila lamija latif lavdim
lazar ledian leila lejla leka leonard leonora lidija lilana liljana limani liridon liridona lirije ljiljana
ljubica ljubisa ljupco lleshi lorik luan lubica lubisa luka lule luljeta lulzim lupco lushi magdalena mahdi
mahmoud mahmud maja majid majlind majlinda malik maloku mansoor maria marija marina mario marjan marko marku
marsela marta martin masood mehdi mehmed mehmet mehmeti memeti mensur mensura mentor merima merita mersiha
metodija mevlida mevludin miah mihaela mihail mihajlo milan milana mile milena milica milija milivoje miljan
milka milorad milos milovan milutin mimoza mira mirela miriana mirjana mirko mirlinda miroslav mirsad
mirsada mirwais mirza mitar mladen mohamed mohammad mohammed momcilo momir morina muamer mubarak muhamed
muhammad muharem munib munira murat murati musa mustafa mustafi nada nadica naim najib nako naser nasir
natasa naveed nazir nazmi ndreu nebojsa nedeljko nedelko nedim nemanja nenad nermin nermina nertila nevena
nexhmije nezir neziri nguyen nihad nihada nijaz nikola nikolce nikolina nina noor novak nuhiu nusret nusreta
ognen ognjen olga oliver olivera olsi omar omer omid orce orges osman osmani pacolli pajazit parviz parwin
pavle pavlina pece pellumb pera perica pero petar petra petre petrit petro pranvera predrag prifti priya
qamil qasim qazim qerimi rade radica radivoje radmila radoje radomir radovan rafiq rahim rahman rajesh
ramadan ramadani ramin ramiz ramiza ramush ranko rashid rasim ratko refik remzija rexhep rexhepi reza rina
risto riza robert rozafa rrahman rrustemi rustem sabina sabri sadik sadiku said saimir sajjad salih salihu
salim salman samir samira samra sandra sanel sanela sanita sanja sara sasa sasho sead sefer selim selimi
selma selver semina semir senad senada senka serif sevda shaban shabani shahid shahzad shakir shala shaqiri
sharif sharma shefki shefqet shehu sherif shkelzen shkurte shpend shpresa shqipe simjan simon simona sinan
sinani singh sinisa skender slavco slavica slavisa slavko slobodan slobodanka snezana sohail sokol sonja
spahiu spase srdan srdjan sreten stana stefan stefanija sterjo stevan stevo stojan stojanka suad suada
sulejman sulejmani suleman suljo sunita suzana svetlana syla tahir tahiri tamara tanja tarik tariq tatjana
temelko teodora teuta thaci tihomir todor tome tomislav toni topalli trajan trajche trajko tran trpe ukaj
uros usman vahid vahida valbona valdet valdrin valmir valmira valon vancho vanco vanja vasil vaska veliu
veljko velko vera verica vesel vesna vida viktor viktorija violeta visar vjollca vjosa vladan vladimir
vladislav vlado vlora vojislav vokshi vuk vukasin waheed wahid waseem xhafa xhavit xhemal xhesika xhevdet
yaqub yasin ylli yousef yusuf zahir zahra zaim zainab zaman zana zaneta zarko zdravko zef zehra zejnep zeka
zeljko zelko zenel zeqiri zeynep zijad zivko zlata zlatan zlatko zoran zorana zorica zubair zumra zvonko
zymberi
"""

_INSTITUTIONAL = """
dob znj zonja zoti gospodin gospoda gospodja
a act adopted after agency agreement agreements albania albanija all an and annex any april article articles
association at august austria avgust banja bashkimi before belgrade beograd berlin between bic birth border born
bosna bosne bosnia broj brussels budva bulgaria by case cetvrtak chapter child children clan clana
commission committee convention council court crna crne croatia date datelindja datum dear decembar december
decision department dhe dhjetor directive do dogovor dogovorot dr drejtoria dublin durres e each east
eastern embg emri europe european european europian evropian evropska evropske evropski evropskoj example
februar february federacija federacije federation field figure file fletorja for france friday from gazette
geneva germany glasnik gora gore government granicna greece group gusht hague he her hercegovina hercegovine
herzegovina his hrvatska hrvatske human hungary i iban if ime in international issued it italy janar januar
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
stabilization state states strana strasbourg subota sunday surname sweden swift switzerland table te tel telefon tetor
the their these they this those thursday tirana tirane to training treaty tribunal tuesday turkey turkiye u
ugovor ugovora under unija unijata unije union united until uprava uredba utorak vendlindja vesnik vienna
vlada vladata vlade vo we wednesday west western when with york you za zakon zakona zemla zemlje zyrtare
"""

PERSONAL_NAMES = frozenset(_PERSONAL.split())
INSTITUTIONAL = frozenset(_INSTITUTIONAL.split())
