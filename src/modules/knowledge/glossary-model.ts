import { message } from '#ui/message.ts'
import { law, own, region, skr } from './term.ts'

/** The steps of the practice model, from a sentence to an end. */
export const modelTerms = {
  Noticing: skr(
    'uppmärksamma',
    message('Att berätta något man har sett eller hört om ett barn, bra eller svårt.'),
    {
      notToBeMistakenFor: message('orosanmälan'),
    },
  ),
  GoodNews: own('ljusglimt', message('Något bra som någon har sett. Det kräver inget beslut.'), {
    plural: 'ljusglimtar',
  }),
  Receipt: own('kvitto', message('Ett svar som säger att det du skrev har kommit fram.'), {
    plural: 'kvitton',
  }),
  Urgency: own('hur bråttom det är', message('Om det kan vänta, behövs i veckan eller i dag.')),
  Matter: own('det vi arbetar med', message('Allt från att någon uppmärksammar till att det är klart.'), {
    notToBeMistakenFor: message('ett ärende hos en myndighet'),
  }),
  FamilyTalk: own('samtal med familjen', message('När familjen får veta, innan något syns för dem här.')),
  Wheel: skr('Barnets bästa-hjulet', message('En bild med sju områden som visar hela barnets liv.'), {
    notToBeMistakenFor: message('det skotska hjulet (SHANARRI)'),
  }),
  WheelArea: skr(
    'område',
    message('En av hjulets sju delar: trygghet, hälsa, utveckling, lärande, omsorg, hemmet och relationer.'),
    {
      plural: 'områden',
    },
  ),
  Working: skr('det som fungerar', message('Det som går bra för barnet. Det bygger vi vidare på.'), {
    notToBeMistakenFor: message('poäng'),
  }),
  Challenging: skr(
    'det som är utmanande',
    message('Det som är svårt just nu, och som någon kan behöva hjälpa till med.'),
    {
      notToBeMistakenFor: message('problem'),
    },
  ),
  InformationGathering: skr(
    'informationsinsamling',
    message('Att ta reda på hur barnet har det, bara i de områden som spelar roll.'),
    {
      notToBeMistakenFor: message('socialtjänstens utredning'),
    },
  ),
  Question: own('fråga', message('Det man frågar om ett område i hjulet.'), { plural: 'frågor' }),
  Voice: own(
    'röst',
    message('Någon som säger något om barnets liv: barnet självt, familjen eller någon annan.'),
    {
      plural: 'röster',
    },
  ),
  Statement: own('det någon har sagt', message('En rösts egna ord om ett område i hjulet.')),
  Readers: own('läsare', message('De som får läsa. Barnet väljer själv för sina ord.')),
  SourceQuestion: own(
    'fråga till en verksamhet',
    message('En enda fråga till ett annat ställe, med ett sista svarsdatum.'),
  ),
  WorkNote: own('arbetsanteckning', message('Något man skriver för sitt eget arbete. Det delas inte.'), {
    plural: 'arbetsanteckningar',
    notToBeMistakenFor: message('journal'),
  }),
  Draft: own('utkast', message('En text som inte är klar. Bara den som skriver ser den.'), {
    plural: 'utkast',
  }),
  Analysis: region('analys', message('En kort text om helheten, och vad som behövs.'), {
    notToBeMistakenFor: message('utredning'),
  }),
  Decision: own('vägval', message('Vilken väg man väljer efter analysen.'), {
    notToBeMistakenFor: message('myndighetsbeslut'),
  }),
  OwnSupport: own(
    'hjälp i den egna verksamheten',
    message('Stöd där barnet redan är, utan att något delas.'),
  ),
  Handover: region(
    'överlämning',
    message(
      'När ansvaret går över till en annan verksamhet. Den som ger har ansvaret tills den andra har tagit emot.',
    ),
    {
      plural: 'överlämningar',
      notToBeMistakenFor: message('byte av person på samma ställe'),
    },
  ),
  Meeting: skr(
    'samverkansmöte',
    message('Ett möte där barnet, familjen och de som behövs gör en plan ihop.'),
    {
      plural: 'samverkansmöten',
      notToBeMistakenFor: message('SIP-möte'),
    },
  ),
  Invitation: own('inbjudan', message('Frågan om att komma till ett möte.'), { plural: 'inbjudningar' }),
  Agenda: own('dagordning', message('Det man ska prata om på mötet. Barnets ord kommer först.')),
  MeetingNotes: own('minnesanteckning', message('Det man kom fram till på mötet.'), {
    plural: 'minnesanteckningar',
  }),
  TimeHold: own('hållen tid', message('En tid som någon sparar, utan att veta vilket barn det gäller.')),
  Plan: skr(
    'Barnets plan',
    message('En karta över vilket stöd barnet och familjen ska få, när, och vem som gör vad.'),
    {
      notToBeMistakenFor: message('SIP, åtgärdsprogram eller vårdplan'),
    },
  ),
  PlanVersion: own('version', message('Planen som den såg ut en viss dag. Ingenting skrivs över.'), {
    plural: 'versioner',
  }),
  Goal: own('mål', message('Det barnet vill, helst med barnets egna ord.'), { plural: 'mål' }),
  PlannedAction: skr('insats', message('Något som någon har lovat att göra i planen.'), {
    plural: 'insatser',
    notToBeMistakenFor: message('ett beslut enligt socialtjänstlagen'),
  }),
  IfWorse: own('om det blir svårare', message('Vad man gör och vem man ringer om det blir sämre.')),
  Agreement: own(
    'med på planen',
    message('Att någon säger ja till planen, nej till en del, eller inte kunde svara.'),
    {
      notToBeMistakenFor: message('samtycke'),
    },
  ),
  WholePart: own('hela planen', message('Att få läsa allt i planen.')),
  OwnPart: own(
    'sin egen del',
    message('Att bara få läsa det man själv ska göra, dagarna och vem man ringer.'),
  ),
  FollowUp: region('uppföljning', message('När man ses igen och frågar om det hjälpte.'), {
    plural: 'uppföljningar',
    notToBeMistakenFor: message('statistik'),
  }),
  Ending: own('avslut', message('När man är klar, och varför.')),
  Timeline: own('tidslinje', message('Det som har hänt i planen, i ordning.'), {
    notToBeMistakenFor: message('barnets livshistoria'),
  }),
  Guidance: own('handledning', message('Korta råd om vad man gör nu, och varför.')),
  Step: own('steg', message('En del av vägen, till exempel att ta emot.'), { plural: 'steg' }),
  Task: own('uppgift', message('Något som väntar på dig: vilket barn, vad och när.'), {
    plural: 'uppgifter',
  }),
  Sip: law(
    'samordnad individuell plan',
    message('En plan som lagen kräver när både region och kommun hjälper till. Förkortas SIP.'),
    {
      notToBeMistakenFor: message('Barnets plan'),
    },
  ),
} as const
