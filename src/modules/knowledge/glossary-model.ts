import { law, own, region, skr } from './term.ts'

/** The steps of the practice model, from a sentence to an end. */
export const modelTerms = {
  Noticing: skr('uppmärksamma', 'Att berätta något man har sett eller hört om ett barn, bra eller svårt.', {
    notToBeMistakenFor: 'orosanmälan',
  }),
  GoodNews: own('ljusglimt', 'Något bra som någon har sett. Det kräver inget beslut.', {
    plural: 'ljusglimtar',
  }),
  Receipt: own('kvitto', 'Ett svar som säger att det du skrev har kommit fram.', { plural: 'kvitton' }),
  Urgency: own('hur bråttom det är', 'Om det kan vänta, behövs i veckan eller i dag.'),
  Matter: own('det vi arbetar med', 'Allt från att någon uppmärksammar till att det är klart.', {
    notToBeMistakenFor: 'ett ärende hos en myndighet',
  }),
  FamilyTalk: own('samtal med familjen', 'När familjen får veta, innan något syns för dem här.'),
  Wheel: skr('Barnets bästa-hjulet', 'En bild med sju områden som visar hela barnets liv.', {
    notToBeMistakenFor: 'det skotska hjulet (SHANARRI)',
  }),
  WheelArea: skr(
    'område',
    'En av hjulets sju delar: trygghet, hälsa, utveckling, lärande, omsorg, hemmet och relationer.',
    {
      plural: 'områden',
    },
  ),
  Working: skr('det som fungerar', 'Det som går bra för barnet. Det bygger vi vidare på.', {
    notToBeMistakenFor: 'poäng',
  }),
  Challenging: skr(
    'det som är utmanande',
    'Det som är svårt just nu, och som någon kan behöva hjälpa till med.',
    {
      notToBeMistakenFor: 'problem',
    },
  ),
  InformationGathering: skr(
    'informationsinsamling',
    'Att ta reda på hur barnet har det, bara i de områden som spelar roll.',
    {
      notToBeMistakenFor: 'socialtjänstens utredning',
    },
  ),
  Question: own('fråga', 'Det man frågar om ett område i hjulet.', { plural: 'frågor' }),
  Voice: own('röst', 'Någon som säger något om barnets liv: barnet självt, familjen eller någon annan.', {
    plural: 'röster',
  }),
  Statement: own('det någon har sagt', 'En rösts egna ord om ett område i hjulet.'),
  Readers: own('läsare', 'De som får läsa. Barnet väljer själv för sina ord.'),
  SourceQuestion: own(
    'fråga till en verksamhet',
    'En enda fråga till ett annat ställe, med ett sista svarsdatum.',
  ),
  WorkNote: own('arbetsanteckning', 'Något man skriver för sitt eget arbete. Det delas inte.', {
    plural: 'arbetsanteckningar',
    notToBeMistakenFor: 'journal',
  }),
  Draft: own('utkast', 'En text som inte är klar. Bara den som skriver ser den.', { plural: 'utkast' }),
  Analysis: region('analys', 'En kort text om helheten, och vad som behövs.', {
    notToBeMistakenFor: 'utredning',
  }),
  Decision: own('vägval', 'Vilken väg man väljer efter analysen.', {
    notToBeMistakenFor: 'myndighetsbeslut',
  }),
  OwnSupport: own('hjälp i den egna verksamheten', 'Stöd där barnet redan är, utan att något delas.'),
  Handover: region(
    'överlämning',
    'När ansvaret går över till en annan verksamhet. Den som ger har ansvaret tills den andra har tagit emot.',
    {
      plural: 'överlämningar',
      notToBeMistakenFor: 'byte av person på samma ställe',
    },
  ),
  Meeting: skr('samverkansmöte', 'Ett möte där barnet, familjen och de som behövs gör en plan ihop.', {
    plural: 'samverkansmöten',
    notToBeMistakenFor: 'SIP-möte',
  }),
  Invitation: own('inbjudan', 'Frågan om att komma till ett möte.', { plural: 'inbjudningar' }),
  Agenda: own('dagordning', 'Det man ska prata om på mötet. Barnets ord kommer först.'),
  MeetingNotes: own('minnesanteckning', 'Det man kom fram till på mötet.', { plural: 'minnesanteckningar' }),
  TimeHold: own('hållen tid', 'En tid som någon sparar, utan att veta vilket barn det gäller.'),
  Plan: skr(
    'Barnets plan',
    'En karta över vilket stöd barnet och familjen ska få, när, och vem som gör vad.',
    {
      notToBeMistakenFor: 'SIP, åtgärdsprogram eller vårdplan',
    },
  ),
  PlanVersion: own('version', 'Planen som den såg ut en viss dag. Ingenting skrivs över.', {
    plural: 'versioner',
  }),
  Goal: own('mål', 'Det barnet vill, helst med barnets egna ord.', { plural: 'mål' }),
  PlannedAction: skr('insats', 'Något som någon har lovat att göra i planen.', {
    plural: 'insatser',
    notToBeMistakenFor: 'ett beslut enligt socialtjänstlagen',
  }),
  IfWorse: own('om det blir svårare', 'Vad man gör och vem man ringer om det blir sämre.'),
  Agreement: own(
    'med på planen',
    'Att någon säger ja till planen, nej till en del, eller inte kunde svara.',
    {
      notToBeMistakenFor: 'samtycke',
    },
  ),
  WholePart: own('hela planen', 'Att få läsa allt i planen.'),
  OwnPart: own('sin egen del', 'Att bara få läsa det man själv ska göra, dagarna och vem man ringer.'),
  FollowUp: region('uppföljning', 'När man ses igen och frågar om det hjälpte.', {
    plural: 'uppföljningar',
    notToBeMistakenFor: 'statistik',
  }),
  Ending: own('avslut', 'När man är klar, och varför.'),
  Timeline: own('tidslinje', 'Det som har hänt i planen, i ordning.', {
    notToBeMistakenFor: 'barnets livshistoria',
  }),
  Guidance: own('handledning', 'Korta råd om vad man gör nu, och varför.'),
  Step: own('steg', 'En del av vägen, till exempel att ta emot.', { plural: 'steg' }),
  Task: own('uppgift', 'Något som väntar på dig: vilket barn, vad och när.', { plural: 'uppgifter' }),
  Sip: law(
    'samordnad individuell plan',
    'En plan som lagen kräver när både region och kommun hjälper till. Förkortas SIP.',
    {
      notToBeMistakenFor: 'Barnets plan',
    },
  ),
} as const
