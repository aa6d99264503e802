import { message } from '#ui/message.ts'
import { law, own, region, skr } from './term.ts'

/** The steps of the practice model, from a sentence to an end. */
export const modelTerms = {
  Noticing: skr(
    message('uppmärksamma'),
    message('Att berätta något man har sett eller hört om ett barn, bra eller svårt.'),
    {
      notToBeMistakenFor: message('orosanmälan'),
    },
  ),
  GoodNews: own(message('ljusglimt'), message('Något bra som någon har sett. Det kräver inget beslut.'), {
    plural: 'ljusglimtar',
  }),
  Receipt: own(message('kvitto'), message('Ett svar som säger att det du skrev har kommit fram.'), {
    plural: 'kvitton',
  }),
  Urgency: own(message('hur bråttom det är'), message('Om det kan vänta, behövs i veckan eller i dag.')),
  Matter: own(
    message('det vi arbetar med'),
    message('Allt från att någon uppmärksammar till att det är klart.'),
    {
      notToBeMistakenFor: message('ett ärende hos en myndighet'),
    },
  ),
  FamilyTalk: own(
    message('samtal med familjen'),
    message('När familjen får veta, innan något syns för dem här.'),
  ),
  Wheel: skr(
    message('Barnets bästa-hjulet'),
    message('En bild med sju områden som visar hela barnets liv.'),
    {
      notToBeMistakenFor: message('det skotska hjulet (SHANARRI)'),
    },
  ),
  WheelArea: skr(
    message('område'),
    message('En av hjulets sju delar: trygghet, hälsa, utveckling, lärande, omsorg, hemmet och relationer.'),
    {
      plural: 'områden',
    },
  ),
  Working: skr(message('det som fungerar'), message('Det som går bra för barnet. Det bygger vi vidare på.'), {
    notToBeMistakenFor: message('poäng'),
  }),
  Challenging: skr(
    message('det som är utmanande'),
    message('Det som är svårt just nu, och som någon kan behöva hjälpa till med.'),
    {
      notToBeMistakenFor: message('problem'),
    },
  ),
  InformationGathering: skr(
    message('informationsinsamling'),
    message('Att ta reda på hur barnet har det, bara i de områden som spelar roll.'),
    {
      notToBeMistakenFor: message('socialtjänstens utredning'),
    },
  ),
  Question: own(message('fråga'), message('Det man frågar om ett område i hjulet.'), { plural: 'frågor' }),
  Voice: own(
    message('röst'),
    message('Någon som säger något om barnets liv: barnet självt, familjen eller någon annan.'),
    {
      plural: 'röster',
    },
  ),
  Statement: own(message('det någon har sagt'), message('En rösts egna ord om ett område i hjulet.')),
  Readers: own(message('läsare'), message('De som får läsa. Barnet väljer själv för sina ord.')),
  SourceQuestion: own(
    message('fråga till en verksamhet'),
    message('En enda fråga till ett annat ställe, med ett sista svarsdatum.'),
  ),
  WorkNote: own(
    message('arbetsanteckning'),
    message('Något man skriver för sitt eget arbete. Det delas inte.'),
    {
      plural: 'arbetsanteckningar',
      notToBeMistakenFor: message('journal'),
    },
  ),
  Draft: own(message('utkast'), message('En text som inte är klar. Bara den som skriver ser den.'), {
    plural: 'utkast',
  }),
  Analysis: region(message('analys'), message('En kort text om helheten, och vad som behövs.'), {
    notToBeMistakenFor: message('utredning'),
  }),
  Decision: own(message('vägval'), message('Vilken väg man väljer efter analysen.'), {
    notToBeMistakenFor: message('myndighetsbeslut'),
  }),
  OwnSupport: own(
    message('hjälp i den egna verksamheten'),
    message('Stöd där barnet redan är, utan att något delas.'),
  ),
  Handover: region(
    message('överlämning'),
    message(
      'När ansvaret går över till en annan verksamhet. Den som ger har ansvaret tills den andra har tagit emot.',
    ),
    {
      plural: 'överlämningar',
      notToBeMistakenFor: message('byte av person på samma ställe'),
    },
  ),
  Meeting: skr(
    message('samverkansmöte'),
    message('Ett möte där barnet, familjen och de som behövs gör en plan ihop.'),
    {
      plural: 'samverkansmöten',
      notToBeMistakenFor: message('SIP-möte'),
    },
  ),
  Invitation: own(message('inbjudan'), message('Frågan om att komma till ett möte.'), {
    plural: 'inbjudningar',
  }),
  Agenda: own(message('dagordning'), message('Det man ska prata om på mötet. Barnets ord kommer först.')),
  MeetingNotes: own(message('minnesanteckning'), message('Det man kom fram till på mötet.'), {
    plural: 'minnesanteckningar',
  }),
  TimeHold: own(
    message('hållen tid'),
    message('En tid som någon sparar, utan att veta vilket barn det gäller.'),
  ),
  Plan: skr(
    message('Barnets plan'),
    message('En karta över vilket stöd barnet och familjen ska få, när, och vem som gör vad.'),
    {
      notToBeMistakenFor: message('SIP, åtgärdsprogram eller vårdplan'),
    },
  ),
  PlanVersion: own(message('version'), message('Planen som den såg ut en viss dag. Ingenting skrivs över.'), {
    plural: 'versioner',
  }),
  Goal: own(message('mål'), message('Det barnet vill, helst med barnets egna ord.'), { plural: 'mål' }),
  PlannedAction: skr(message('insats'), message('Något som någon har lovat att göra i planen.'), {
    plural: 'insatser',
    notToBeMistakenFor: message('ett beslut enligt socialtjänstlagen'),
  }),
  IfWorse: own(message('om det blir svårare'), message('Vad man gör och vem man ringer om det blir sämre.')),
  Agreement: own(
    message('med på planen'),
    message('Att någon säger ja till planen, nej till en del, eller inte kunde svara.'),
    {
      notToBeMistakenFor: message('samtycke'),
    },
  ),
  WholePart: own(message('hela planen'), message('Att få läsa allt i planen.')),
  OwnPart: own(
    message('sin egen del'),
    message('Att bara få läsa det man själv ska göra, dagarna och vem man ringer.'),
  ),
  FollowUp: region(message('uppföljning'), message('När man ses igen och frågar om det hjälpte.'), {
    plural: 'uppföljningar',
    notToBeMistakenFor: message('statistik'),
  }),
  Ending: own(message('avslut'), message('När man är klar, och varför.')),
  Timeline: own(message('tidslinje'), message('Det som har hänt i planen, i ordning.'), {
    notToBeMistakenFor: message('barnets livshistoria'),
  }),
  Guidance: own(message('handledning'), message('Korta råd om vad man gör nu, och varför.')),
  Step: own(message('steg'), message('En del av vägen, till exempel att ta emot.'), { plural: 'steg' }),
  Task: own(message('uppgift'), message('Något som väntar på dig: vilket barn, vad och när.'), {
    plural: 'uppgifter',
  }),
  Sip: law(
    message('samordnad individuell plan'),
    message('En plan som lagen kräver när både region och kommun hjälper till. Förkortas SIP.'),
    {
      notToBeMistakenFor: message('Barnets plan'),
    },
  ),
} as const
