"""Given names of the region and of frequent countries of origin, and words that only look like names.

In the spelling of the `word` view: small letters, no diacritics, Cyrillic by sound (љ as l, њ as n, џ as d).
"""

GIVEN_NAMES = frozenset(
    """
    aca admir adnan adrian afrim agim agron ahmad ahmed ajla albana alban albert aleksandar aleksandra aleks ali alija
    alma almir altin amar amela amer amina amir ana andrej andrijana andi anela aneta angel angela anita anton arben
    ardian arjan armin arta artan asim astrit avni azem azra bajram bashkim bekim belma besa besim besnik biljana
    blagoja blerim blerta blerina bogdan bojan bojana boris boro borko branislav branka branko bujar burim dalibor damir
    dana danica daniel daniela danijel danijela danilo darko davor dean dejan denis desanka dimitar dimce dina dino dragan
    dragana dragica drago dragoljub dragolub dragoslav drita driton dusan dusko dalila dulijana dorde djordje dordije
    durdica dzemal demal edin edita edmond edona eldin elena elira elizabeta elma elmir elvis elvir emil emin emina emir
    enes engjell enver ermin ernad erion ervin esad faruk fatima fatime fatmir fatos feride fehim ferid filip fikret flamur florian
    florim fuad gazmend gentian genc georgi gezim gjergj goce goran gordana goran gorica hajdar hajrije hajrudin hakan halil halim hamid
    hamza hana harun haris hasan hassan hysen husein hussein hussain ibrahim ibro igor ilija ilir ilir imran irena irfan
    isa ismail ismet ivan ivana ivica ivo izet jagoda jakov jasmin jasmina jasna javad jelena jeton john jovan jovana
    jovica jovo julia julijana jusuf kadri kamran katarina katerina kemal khalid kiril klara kosta kreshnik kristina
    krste kujtim lazar lejla leonora lidija liljana lilana lirije ljiljana ljubica ljubisa lubica lubisa luan luka lule luljeta lulzim
    mahmud mahmoud maja majlinda malik marina marija mario marjan marko marta martin mehdi mehmet mensur mentor merima
    merita mevlida mihajlo mihail milan milana mile milena milica milija milivoje miljan milan milka milorad milos
    milovan milutin mimoza mira mirela miriana mirjana mirko miroslav mirsad mirsada mitar mladen mohamed mohammad
    mohammed momcilo momir muamer muhamed muhammad muharem munira murat musa mustafa nada nadica naim naser natasa
    nazmi nebojsa nedeljko nedelko nedim nemanja nenad nermin nermina nevena nexhmije nezir nihad nikola nikolina nina novak
    nusret ognjen ognen olga olivera omar omer oliver osman pajazit pavle pera pero perica petar petra petre petrit petro predrag pranvera
    qamil qazim rade radica radivoje radmila radoje radomir radovan rahim rahman ramadan ramiz ramush ranko rasim ratko refik
    rexhep reza riza robert rrahman rustem sabina sabri sadik said salih salim samir samira sandra sanel sanela sanja sasa
    sead sefer selim selma selver semir senad senada serif shaban shefqet sherif shkelzen shpend shpresa shqipe simon simona
    sinan sinisa skender slavica slavisa slavko slobodan slobodanka snezana sonja srdjan srdan sreten stana stefan stevan
    stevo stojan stojanka suada suad sulejman suzana svetlana tahir tamara tanja tariq tatjana teodora todor tomislav
    toni tome trajko uros vahid valbona valdet valon vanja vasil veljko velko vera verica vesel vesna vida viktor viktorija violeta
    visar vjosa vladan vladimir vladislav vlado vlora vojislav vuk vukasin xhevdet xhemal xhavit yasin yusuf yousef zahra
    zaim zana zarko zdravko zef zehra zejnep zeljko zelko zijad zivko zlata zlatan zlatko zoran zorana zorica zvonko anna maria
    sara petrit abdul abdullah abdulah karim kareem nasir farid farida laila leila parwin noor zainab aisha rashid bilal usman
    """.split()
)

INSTITUTIONAL = frozenset(
    """
    agreement agreements article articles law laws act regulation directive decision convention protocol treaty annex
    ministry minister government parliament council commission committee court tribunal office agency department service police border
    republic republika republike republici federation federacija federacije union european european's europe europian
    north south east west northern southern eastern western severna severne makedonija makedonije macedonia bosnia
    bosna bosne herzegovina hercegovina hercegovine serbia srbija srbije serbien albania albanija shqiperia shqiperise
    montenegro crna gora crne gore kosovo kosova kosoves croatia hrvatska hrvatske slovenia slovenija germany nemacka
    austria switzerland sweden france italy greece turkey turkiye hungary romania bulgaria
    official journal gazette sluzbeni sluzben glasnik list vesnik fletorja zyrtare readmission return regional group network
    united nations kingdom states state national international human rights child children refugee refugees stabilisation
    stabilization association schengen dublin geneva hague new york belgrade beograd sarajevo skopje skople tirana tirane pristina
    prishtina podgorica brussels berlin vienna strasbourg budva nis novi sad banja luka ohrid durres
    january february march april may june july august september october november december januar februar mart maj juni jul
    avgust septembar oktobar novembar decembar janar shkurt mars prill qershor korrik gusht shtator tetor nentor dhjetor
    monday tuesday wednesday thursday friday saturday sunday ponedeljak utorak sreda cetvrtak petak subota nedela
    the a an in on at by for from to of and or with this that these those all any each no not if when after before since until persons
    person people under between section chapter paragraph part point table figure page dear mr mrs ms dr prof
    zakon zakona sporazum sporazuma ugovor ugovora uredba odluka clan clana strana ministarstvo ministarstva vlada vlade
    skupstina policija policije uprava granicna evropska evropske evropskoj unija unije evropski
    ligji ligjit marreveshja marreveshjes ministria ministrise neni nenit qeveria qeverise bashkimi evropian drejtoria policia
    zemla zemlje dogovor dogovorot spogodba spogodbata ministerstvo ministerstvoto vlada vladata sobranie unijata
    date birth born place name surname datum rodenja rodena roden mesto ime prezime datelindja vendlindja emri mbiemri lindur
    passport pasos pasoshi pasaporta jmbg embg nid number broj sent received requested issued signed adopted
    he she it they we you i his her their our vo na i u o se je od do za po so nga ne te me per dhe i e
    field note case file reply request example training specimen
    """.split()
)
