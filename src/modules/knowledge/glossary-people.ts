import { message } from '#ui/message.ts'
import { law, own, region, skr } from './term.ts'

/** Children, grown-ups, and the places where they meet. */
export const peopleTerms = {
  Child: own(message('barn'), message('Den som det handlar om, från magen till 18 år.'), { plural: 'barn' }),
  Guardian: law(
    message('vårdnadshavare'),
    message('Den som enligt lag bestämmer om barnet. Ofta en förälder.'),
    {
      plural: 'vårdnadshavare',
      notToBeMistakenFor: message('förälder utan vårdnad'),
    },
  ),
  ExpectingParent: own(message('den som väntar barn'), message('Den som bär barnet innan det är fött.')),
  AppointedGuardian: law(
    message('särskilt förordnad vårdnadshavare'),
    message('En vuxen som en domstol har utsett att ha vårdnaden.'),
    {
      notToBeMistakenFor: message('god man'),
    },
  ),
  GoodMan: law(message('god man'), message('En vuxen som hjälper ett barn som är här utan sina föräldrar.'), {
    notToBeMistakenFor: message('vårdnadshavare'),
  }),
  ImportantAdult: own(
    message('viktig vuxen'),
    message('En vuxen som barnet tycker om och litar på, till exempel mormor eller tränaren.'),
    {
      plural: 'viktiga vuxna',
    },
  ),
  Protection: law(
    message('skyddade uppgifter'),
    message('Var barnet eller den vuxna finns får inte komma ut. Då visas inget namn och ingen plats.'),
  ),
  Person: own(message('person'), message('Någon med ett namn här, eller någon vars namn är skyddat.'), {
    plural: 'personer',
  }),
  Home: own(message('hem'), message('Ett ställe där barnet bor. Man kan ha fler än ett.'), { plural: 'hem' }),
  Municipality: own(message('kommun'), message('En av de åtta kommunerna i Kronobergs län.'), {
    plural: 'kommuner',
  }),
  Authority: law(
    message('huvudman'),
    message('Den som ansvarar för en verksamhet, till exempel en nämnd eller regionen.'),
    {
      plural: 'huvudmän',
      notToBeMistakenFor: message('en kommun, som har flera nämnder'),
    },
  ),
  SecrecyUnit: law(
    message('sekretessenhet'),
    message('De som får prata med varandra om ett barn utan att fråga först.'),
    {
      plural: 'sekretessenheter',
      notToBeMistakenFor: message('en arbetsplats'),
    },
  ),
  SecrecyKind: law(message('slag av sekretess'), message('Vilka regler om tystnad som gäller på en plats.')),
  Unit: own(
    message('verksamhet'),
    message('Ett ställe som möter barn, till exempel en skola eller en barnavårdscentral.'),
    {
      plural: 'verksamheter',
    },
  ),
  Engagement: own(
    message('uppdrag på en plats'),
    message('Att en person arbetar på ett ställe, med en titel.'),
    {
      notToBeMistakenFor: message('uppdrag för ett barn'),
    },
  ),
  Assignment: own(
    message('uppdrag för ett barn'),
    message('Att en person har fått arbeta med ett visst barn. Utan uppdrag syns inget.'),
  ),
  ActingUnit: own(
    message('verksamhet du arbetar för nu'),
    message('Den plats du har valt när du är inloggad.'),
  ),
  UnitFunction: own(
    message('funktion'),
    message('Något en plats svarar för, med en person och en ersättare.'),
    {
      plural: 'funktioner',
    },
  ),
  UnitEntry: own(
    message('Vem kan hjälpa?'),
    message(
      'Listan där varje verksamhet berättar vad den kan och inte kan hjälpa till med, och hur man frågar.',
    ),
  ),
  Consultation: own(
    message('fråga utan namn'),
    message('Man frågar ett annat ställe om råd och säger inte vilket barn det gäller.'),
    { plural: 'frågor utan namn', notToBeMistakenFor: message('fråga till en verksamhet') },
  ),
  StandIn: own(message('ersättare'), message('Den som tar över när någon är borta.'), {
    plural: 'ersättare',
  }),
  Reception: own(message('mottagning'), message('Tar emot när man inte vet vart man ska vända sig.'), {
    plural: 'mottagningar',
  }),
  BestInterestsLead: region(
    message('Barnets bästa-ansvarig'),
    message(
      'Den som tar emot, samlar det som behövs och kallar till möte. Vem det är beror på barnets ålder. Förkortas BBA.',
    ),
    { plural: 'Barnets bästa-ansvariga', notToBeMistakenFor: message('samverkansansvarig') },
  ),
  CollaborationLead: region(
    message('samverkansansvarig'),
    message('Den som håller ihop Barnets plan när flera hjälps åt.'),
    {
      plural: 'samverkansansvariga',
      notToBeMistakenFor: message('Barnets bästa-ansvarig'),
    },
  ),
  ContactPerson: skr(
    message('kontaktperson'),
    message('Den man ringer på varje ställe som är med i planen.'),
    {
      plural: 'kontaktpersoner',
      notToBeMistakenFor: message('kontaktperson enligt socialtjänstlagen'),
    },
  ),
  Party: own(
    message('part'),
    message('Den som är med i mötet eller planen: barnet, familjen eller en verksamhet.'),
    {
      plural: 'parter',
    },
  ),
  Circle: own(message('de runt barnet'), message('Alla som är med och hjälps åt runt ett barn.')),
  Witness: own(message('vittne'), message('Någon som såg eller hörde att en person sa ja.'), {
    plural: 'vittnen',
  }),
  Interpreter: own(message('tolk'), message('Den som översätter, så att alla förstår varandra.'), {
    plural: 'tolkar',
  }),
} as const
