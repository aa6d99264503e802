import { law, own, region, skr } from './term.ts'

/** Children, grown-ups, and the places where they meet. */
export const peopleTerms = {
  Child: own('barn', 'Den som det handlar om, från magen till 18 år.', { plural: 'barn' }),
  Guardian: law('vårdnadshavare', 'Den som enligt lag bestämmer om barnet. Ofta en förälder.', {
    plural: 'vårdnadshavare',
    notToBeMistakenFor: 'förälder utan vårdnad',
  }),
  ExpectingParent: own('den som väntar barn', 'Den som bär barnet innan det är fött.'),
  AppointedGuardian: law(
    'särskilt förordnad vårdnadshavare',
    'En vuxen som en domstol har utsett att ha vårdnaden.',
    {
      notToBeMistakenFor: 'god man',
    },
  ),
  GoodMan: law('god man', 'En vuxen som hjälper ett barn som är här utan sina föräldrar.', {
    notToBeMistakenFor: 'vårdnadshavare',
  }),
  ImportantAdult: own(
    'viktig vuxen',
    'En vuxen som barnet tycker om och litar på, till exempel mormor eller tränaren.',
    {
      plural: 'viktiga vuxna',
    },
  ),
  Protection: law(
    'skyddade uppgifter',
    'Var barnet eller den vuxna finns får inte komma ut. Då visas inget namn och ingen plats.',
  ),
  Person: own('person', 'Någon med ett namn här, eller någon vars namn är skyddat.', { plural: 'personer' }),
  Home: own('hem', 'Ett ställe där barnet bor. Man kan ha fler än ett.', { plural: 'hem' }),
  Municipality: own('kommun', 'En av de åtta kommunerna i Kronobergs län.', { plural: 'kommuner' }),
  Authority: law('huvudman', 'Den som ansvarar för en verksamhet, till exempel en nämnd eller regionen.', {
    plural: 'huvudmän',
    notToBeMistakenFor: 'en kommun, som har flera nämnder',
  }),
  SecrecyUnit: law('sekretessenhet', 'De som får prata med varandra om ett barn utan att fråga först.', {
    plural: 'sekretessenheter',
    notToBeMistakenFor: 'en arbetsplats',
  }),
  SecrecyKind: law('slag av sekretess', 'Vilka regler om tystnad som gäller på en plats.'),
  Unit: own('verksamhet', 'Ett ställe som möter barn, till exempel en skola eller en barnavårdscentral.', {
    plural: 'verksamheter',
  }),
  Engagement: own('uppdrag på en plats', 'Att en person arbetar på ett ställe, med en titel.', {
    notToBeMistakenFor: 'uppdrag för ett barn',
  }),
  Assignment: own(
    'uppdrag för ett barn',
    'Att en person har fått arbeta med ett visst barn. Utan uppdrag syns inget.',
  ),
  ActingUnit: own('verksamhet du arbetar för nu', 'Den plats du har valt när du är inloggad.'),
  UnitFunction: own('funktion', 'Något en plats svarar för, med en person och en ersättare.', {
    plural: 'funktioner',
  }),
  UnitEntry: own(
    'Vem kan hjälpa?',
    'Listan där varje verksamhet berättar vad den kan och inte kan hjälpa till med, och hur man frågar.',
  ),
  Consultation: own(
    'fråga utan namn',
    'Man frågar ett annat ställe om råd och säger inte vilket barn det gäller.',
    { plural: 'frågor utan namn', notToBeMistakenFor: 'fråga till en verksamhet' },
  ),
  StandIn: own('ersättare', 'Den som tar över när någon är borta.', { plural: 'ersättare' }),
  Reception: own('mottagning', 'Tar emot när man inte vet vart man ska vända sig.', {
    plural: 'mottagningar',
  }),
  BestInterestsLead: region(
    'Barnets bästa-ansvarig',
    'Den som tar emot, samlar det som behövs och kallar till möte. Vem det är beror på barnets ålder. Förkortas BBA.',
    { plural: 'Barnets bästa-ansvariga', notToBeMistakenFor: 'samverkansansvarig' },
  ),
  CollaborationLead: region('samverkansansvarig', 'Den som håller ihop Barnets plan när flera hjälps åt.', {
    plural: 'samverkansansvariga',
    notToBeMistakenFor: 'Barnets bästa-ansvarig',
  }),
  ContactPerson: skr('kontaktperson', 'Den man ringer på varje ställe som är med i planen.', {
    plural: 'kontaktpersoner',
    notToBeMistakenFor: 'kontaktperson enligt socialtjänstlagen',
  }),
  Party: own('part', 'Den som är med i mötet eller planen: barnet, familjen eller en verksamhet.', {
    plural: 'parter',
  }),
  Circle: own('de runt barnet', 'Alla som är med och hjälps åt runt ett barn.'),
  Witness: own('vittne', 'Någon som såg eller hörde att en person sa ja.', { plural: 'vittnen' }),
  Interpreter: own('tolk', 'Den som översätter, så att alla förstår varandra.', { plural: 'tolkar' }),
} as const
