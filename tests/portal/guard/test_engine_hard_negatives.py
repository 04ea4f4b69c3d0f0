"""Texts officials really write, full of numbers and names of institutions: none may stop them."""

import pytest

from portal.guard.engine.scan import scan

TREATY = [
    "Council Decision 2007/819/EC of 8 November 2007 on the conclusion of the Agreement between the European Community "
    "and the Republic of Serbia on the readmission of persons residing without authorisation "
    "(OJ L 334, 19.12.2007, p. 45).",
    "Agreement between the European Community and the Republic of Albania, OJ L 124, 17.5.2005, p. 22-40.",
    "Directive 2008/115/EC of 16 December 2008, OJ L 348, 24.12.2008, pp. 98-107; CELEX 32008L0115.",
    "Regulation (EC) No 2252/2004 of 13 December 2004 on security features and biometrics in passports.",
    "Travel document under Regulation (EU) 2016/1953 of 26 October 2016, OJ L 311, 17.11.2016, p. 13.",
    "Article 10(2): the reply is given within 10 calendar days; Article 6(3): within 2 working days.",
    "Convention relating to the Status of Refugees, Geneva, 28.07.1951, UNTS vol. 189, p. 137, No. 2545.",
    "Done at Brussels on 18 September 2007 in duplicate. New York, 31.1.1967.",
    "Stabilisation and Association Agreement, 16.06.2003; Thessaloniki Summit, 21.6.2003.",
    "ICAO Doc 9303, Part 3, eighth edition 2021, ISBN 978-92-9265-389-1. The passport has a zone of 44 characters.",
    "Case C-383/13 PPU, judgment of 10 September 2013, EU:C:2013:533; application no. 27765/09.",
    "Persons born before 1 January 1993 in the former common state need a certificate of citizenship.",
    "Law No. 108/2013 on foreigners; Decision of the Council of Ministers no. 513, 13.6.2013.",
    "UNSCR 1244 (1999) and the ICJ Opinion of 22 July 2010; Law 04/L-003; AI (MIA) 06/2016.",
]
REGION = [
    "Sporazum je objavljen u Službenom glasniku RS – Međunarodni ugovori, broj 103/2007 od 8.11.2007.",
    "Zakon o strancima (Sl. glasnik RS, br. 24/2018, 31/2019 i 62/2023), član 74. stav 2.",
    "Protokol broj 03-12-1-1044/23 od 14.02.2023; predmet 26-205-4578/2024.",
    "Закон за странци, Службен весник на РМ бр. 97/2018, член 104, од 28.05.2018 година.",
    "Споразум о реадмисији, члан 10. став 2: одговор у року од 10 календарских дана.",
    "Marrëveshja e ripranimit, neni 10 paragrafi 2, Fletorja Zyrtare nr. 24, datë 14.4.2005.",
    "Vendim i Këshillit të Ministrave nr. 857, datë 20.12.2006, faqe 5531-5540.",
    "Putni list izdaje se na obrascu broj 3; pasoš ističe 12.03.2027. godine.",
    "Ministarstvo bezbjednosti, Sarajevo, 12.04.2010; Ministarstvo unutrašnjih poslova, Podgorica, 03.05.2011.",
    "Matični broj pravnog lica nije potreban; JMBG se ne upisuje, piše se JMBG-FIKT-0001.",
    "Datum rođenja se upisuje u polje 3 obrasca. Date of birth: day, month, year.",
    "Роденден на институцијата; местото на раѓање се запишува во полето 4.",
    "Numri personal nuk shkruhet këtu. Personal number: leave empty.",
]
NUMBERS = [
    "Budget 2024: 1 250 000 EUR, of it 312.500,00 EUR for reception, line 4.2.01.",
    "In 2023 the six issued 1,204,518 passports; 150000 pasoša je izdato 2022, 3.417 putnih listova.",
    "Statistics: 2019 12 408, 2020 9 311, 2021 10 227, 2022 11 940, 2023 12 655.",
    "ISBN 978-3-16-148410-0, ISSN 2049-3630, DOI 10.1080/1369183X.2020.1710724.",
    "Timestamp 1716206400000, version 10.4.2, port 8080, 192.168.100.254.",
    "Flight JU 331, 06:45, gate 12, 14 persons, 3 escorts, seat 22A.",
    "Coordinates 44.8125 N, 20.4612 E; scale 1:250000; tender 2023/S 112-350012.",
    "Invoice 2024-000123456, contract HWI-2024-0117, project no. 8363-00/2023.",
    "EAN 4006381333931, order 4102003004005, serial RA-2026-000417.",
    "12.03.2024, 14:30, room 512, then 13.03.2024, 09:00, room 301.",
    "The office is open 08:00-16:00; 112 is the emergency number; call 19 2 in Serbia.",
    "Tested regions: personal id numbers of areas 17, 21, 45, 71, 80, 91, 33. IBAN length: AL 28, BA 20, ME 22, MK 19.",
    "User ID 12345678, case ID 20230012, session id 1234567890.",
    "The ID cards of 2024 and the PIN pad at the door.",
    "Project ID: 101052345, grant agreement no. 101052345, case ID number 20230012, $Id: list,v 1.2 2003/06/13 21:04",
    "NIPT K11213019R, PIB 100002345, JIB 4200000000000, matični broj pravnog lica 07012345.",
    "Specimen passport no. ZZ0000417 of the invented state.",
    "Passport office: 388.804.697,55 EUR 17.2.2009, counter 567925; 467.901 visitors.",
    "1.1.2012; 978-01-5200, 07:20 04:05 25-457/84, 44/2007 - 978-07-1998.",
    "Score 14/15, 93.3 %, passed on 21.10.2026, certificate RA-7K2M-9QXT.",
]
TALK = [
    "Bijelo Polje, 12.05.2009; Herceg Novi, 3. 5. 2008; Fushë Kosovë, 17.02.2008; Kriva Palanka, 12.03.2001.",
    "Treaty of Lisbon, 13.12.2007; Thessaloniki Agenda (21.06.2003); Zagreb Summit (24.11.2000).",
    "Ana Perić and Besim Krasniqi led the group; next meeting in Ohrid on 12 March 2025.",
    "The Ministry of Interior answered on 20.03.2026 and Milica Jovanović will follow up.",
    "A returnee with 8 years abroad, no papers, two children of school age; the consulate was asked twice.",
    "Ask reception who hands over medicine for the first 10 days; insurance took 3 weeks.",
    "Дете од 6 година без извода из матичне књиге рођених: поступак траје 60 дана.",
    "Fëmija i lindur jashtë vendit regjistrohet brenda 60 ditëve; duhet certifikata e lindjes.",
    "The passport expired; Article 11 of the Agreement lists an expired passport as prima facie evidence.",
    "Children born after 2015 abroad: the birth certificate comes first, then the passport.",
]


@pytest.mark.parametrize("text", [*TREATY, *REGION, *NUMBERS, *TALK])
def test_ordinary_work_passes(text):
    assert [(f.kind, text[f.start : f.end]) for f in scan(text).findings] == []
