"""First names that are common in Swedish minutes, of Finland too: they tell in which order the names of a list stand, and
what on a cover is somebody's name.

The table knows few of all there are, and says nothing of a name that it does not hold.
"""

from __future__ import annotations

_NAMES = """
abbas abdi abdullah adam adela adele adrian agda agnes agneta ahmad ahmed aida aina aino aisha alba albert albin
aleksandra alexander alexandra alexandre alf alfred ali alice alicia alina allan alma alva alvar alvin amalia
amanda amelia amelie amina amir amira anastasia anders andrea andreas andrej andré anette angela angelica
angelika ania anita anja ann anna anne anneli annelie annelise annette annie annika anton antonia antonio antti
ari arild arne arto arvid arvo asha asta astor astrid august aurora axel axelina aya ayse barbara barbro beata
beatrice beatrix beda bella bengt benjamin benny bente berit berndt bernhard bernt bert berta bertil bill birger
birgit birgitta björg björn blerta bo bob bodil boel boris bosse britt britta bror bruce bruno calle camilla
carin carina carita carl carla carlos carmen carola caroline caspar casper catarina catharina cathrine catrin
cecilia cecilie cedric charles charlie charlotta charlotte chris christel christer christian christin christina
christine christoffer christopher cia claes clara clas claudia connie conny cornelia curt cynthia dag dagmar dan
dana daniel daniela daniella danuta daria david debora denise dennis desirée diana dick diego dimitri dora doris
dorota dorotea ebba eddie edgar edith edmund edvard edvin edward egil egon eila eilert einar eino eja ekaterina
elena eleonor eleonora eli elias elin elina elisa elisabet elisabeth elise eliza ella ellen elli elliot elma
elmer elna elof elsa elsebeth elsie elvira elvy emanuel emelia emelie emil emilia emily emma emmy emy enar
enrique erica erik erika erkki erland erling ernst ester esther eugen eugenia eva evald evelina evert ewa fabian
fadi fanny farah farid fatima fatma felicia felix ferdinand fernando fia filip filippa finn folke frank frans
franz fred fredrik fredrika freja frida fritiof frits frode gabriel gabriela gabriella georg gerd gerda gert
gertrud gideon gina gisela gittan gitte greger gregor greta gro gry gudmund gudrun gull gullan gun gunbritt
gunhild gunilla gunnar gunnel gunvor gurli gustaf gustav göran gösta göte göthe hadar hadi haidar hakan halina
halvar hamid hampus hana hanna hanne hannele hannu hans harald harri harriet harry hasan hassan hasse hedda
hedvig heidi heikki heinz hektor helen helena helene helga helge helle helmer helmi henning henny henrik henry
herbert herman hermine hilda hilding hillevi hjalmar hjördis holger hugo hussein håkan håkon ian ibrahim ida
ilona ilse iman inga ingalill ingeborg ingegerd ingela ingemar inger ingmar ingrid ingvar ingvor inka inkeri
ioanna irene irina iris irja irma iréne isabel isabella isabelle isak ismail ivan ivar iwona jaana jack jacob
jacqueline jakob jamal james jamila jan janet janette janina janne jari jasmin jasmine jean jeanette jelena
jennie jennifer jenny jens jerker jerry jerzy jesper jessica jessika jill jim jimmie jimmy joachim joakim joanna
joel joen johan johanna johanne john johnny jon jonas jonatan jonathan jonny jorge josef josefin josefina
josefine joseph josephine josé jouni juan judit judith juha juhani jukka julia julian juliana julie julius jussi
justus jöran jörgen kaarina kai kaisa kaj kalle kamal kamil kamilla karen karim karin karl karla karolin
karolina katarina katarzyna kate kathrin kati katja katrin kenneth kent kerstin kerttu kevin khadija khaled kia
kicki kim kimmo kirsi kitty kjell klara klas klaus knut konrad krister kristian kristin kristina kristine
kristofer kristoffer krzysztof kurt laila lars lasse laura lauri leena leif leila lena lennart lennarth leo leon
leonard lia liam lilian lillemor lilly lina linda linn linnea linnéa linus lis lisa lisbet lisbeth lise liselott
liselotte liv livia lizette lo lollo lorentz lotta louise lova love lovis lovisa lucas lucia ludvig luis lukas
lydia lykke magdalena magnus mahmoud maj maja majken majlis malena malin malou malte manfred manuel marcel
marcus margareta margaretha margit margita margot mari maria mariam mariana mariann marianne marie marika marina
mario marion marit marita marja markku marko markus marlene marta martha martin martina mary maryam mathias
mathilda matilda mats matti mattias maud maurits max maximilian maya mehmet melissa melker melvin mercedes
merete merja mette mia michael michaela michal michel michelle miguel mikael mikaela mikaelle mikko mila milla
milo mimmi mina minna mira miranda miriam mirja mirjam moa mohamad mohamed mohammad mohammed mohamud mona monica
monika morgan moritz muhammad muhammed mustafa märta måns mårten nadia nadine nadja nanna nanny natalia natalie
natasha nathalie nea nellie nelly nicklas niclas nicolas nicole niels nikita niklas niko nikolaj nikolas nils
nina nisse noah noel noomi nora nour ola olaf olav ole olga oliver olivia olle olof olov omar orvar osama oscar
oskar osman otto outi ove owe paavo pamela paola pascal patricia patrick patrik patrizia paul paula paulina
pauline pavel peder peggy pekka pentti per pernilla perolof peter pether petra petri petronella petrus philip
pia pierre piotr pirjo pirkko pontus päivi pär pål quentin rachel rafael raffi ragna ragnar ragnhild rahel raija
raili rainer rakel ralf rami ramona rana randi rania rasmus rauno rebecca rebecka reijo reinhold reza ricardo
richard rickard riita riitta rikard rita ritva robert roberto robin rodrigo roger roine roland rolf romana ronja
ronnie ronny rosa rosanna rosita roxana roy ruben rudolf runa rune rut rutger ruth sabina sabine saga said saida
salim sally salomon sam sami samir samira samuel sandra sanna sara sarah saskia sebastian seija selma senad
serkan severin shirin sibylla sickan sigbritt sigfrid sigge sigrid sigurd sigvard silvia simon simona siri
sirkka sissel siv siw snezana sofi sofia sofie soile solveig sonia sonja sonny sophia sophie staffan stefan
stefania sten steve steven stig stina sture sune susann susanna susanne svante svea sven sverker svetlana sylve
sylvia sylwia synnöve sölve sören tage tamara tania tanja tanya tapani tapio tarja tatiana ted teodor teres
teresa terese teresia terje tero thea thelma theo theodor theres therese thomas thérèse tiina tilda tilde tim
timo tina tobias toivo tom tomas tomasz tommy toni tony tor tora torbjörn tord tore torgny torsten torvald tova
tove triin trine truls tryggve tuomas ture tuula tyra uffe ulf ulla ulrica ulrik ulrika uno urban ursula
valdemar valentina valter vanessa vanja veera vega veikko vera verner veronica veronika vesa vibeke victor
victoria vidar vide vigdis viktor viktoria vilgot vilhelm ville vilma vincent viola violeta virpi vivan viveca
viveka vivi vivianne vladimir walter wanja wenche wendela werner wiktor wilhelm wille willy wilma witold
wolfgang yasin yasmin yasmine ylva yngve yuri yusuf yvette yvonne zahra zainab zandra zara zeinab zelma zoran
zsuzsanna älva ärla åke åsa åse öivind öjvind örjan östen
"""
FIRST_NAMES = frozenset(_NAMES.split())


def is_first_name(word: str) -> bool:
    """Whether the word is a first name that is known, or begins with one: "Anna-Karin"."""
    return word.split("-", maxsplit=1)[0].casefold() in FIRST_NAMES
