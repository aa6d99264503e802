import { message } from '#ui/message.ts'
import { law, own, region, skr } from './term.ts'

/** What may be told to whom, who has read, and what is kept. */
export const trustTerms = {
  Consent: skr(
    message('samtycke'),
    message('Ett ja från familjen till att vissa ställen får dela vissa saker. Det går att ta tillbaka.'),
    {
      plural: 'samtycken',
      notToBeMistakenFor: message('att vara med på planen, eller samtycke enligt dataskyddsreglerna'),
    },
  ),
  Signer: own(message('den som svarar'), message('Den som säger ja eller nej till samtycket.')),
  Withdrawal: own(message('ta tillbaka'), message('Att ändra sitt ja till ett nej. Det gäller direkt.')),
  Maturity: law(
    message('mognad'),
    message('Hur väl barnet förstår just den här frågan och vad svaret leder till.'),
    {
      notToBeMistakenFor: message('ålder'),
    },
  ),
  Grant: own(
    message('delning'),
    message('Att någon på ett annat ställe får läsa en viss sak, till en viss dag.'),
    {
      plural: 'delningar',
    },
  ),
  SharingTest: region(
    message('gyllene regeln'),
    message('Det som delas ska vara nödvändigt, relevant och proportionerligt: bara det som behövs.'),
  ),
  LegalGround: law(
    message('stöd i lagen'),
    message('Varför det är tillåtet att berätta. Man väljer ur en fast lista.'),
  ),
  Bar: own(
    message('spärr'),
    message('Att en vårdnadshavare inte får se något, för att barnet ska vara tryggt.'),
    {
      plural: 'spärrar',
      notToBeMistakenFor: message('spärr i en journal'),
    },
  ),
  OwnStory: own(
    message('min berättelse'),
    message(
      'Det som hände runt ett barn, berättat för barnet självt när det har fyllt 18. Ingen annan kan läsa den.',
    ),
    { notToBeMistakenFor: message('registerutdrag') },
  ),
  ReaderLog: own(message('vem som har läst'), message('En lista över alla som har öppnat något om barnet.')),
  ReaderLine: own(
    message('rad i läsloggen'),
    message('Vem som har läst en viss dag: yrket, stället, vad och varför.'),
    {
      plural: 'rader i läsloggen',
    },
  ),
  ReadingQuestion: own(
    message('fråga om läsning'),
    message('När någon i familjen undrar varför ett ställe har läst.'),
    {
      plural: 'frågor om läsning',
    },
  ),
  Objection: own(
    message('inte hålla med'),
    message(
      'När någon i familjen säger att en text inte stämmer. Det står bredvid texten, och den som skrev svarar.',
    ),
    { notToBeMistakenFor: message('att vara med på planen, eller att ta tillbaka ett samtycke') },
  ),
  ReadingHold: own(
    message('inte synas än'),
    message('Att ett ställe av ett gott skäl inte visar att det har läst. De tittar på det igen.'),
    {
      notToBeMistakenFor: message('spärr'),
    },
  ),
  Audit: own(
    message('logg'),
    message('Här står varje gång någon läser eller skriver om ett barn. Den går inte att ändra.'),
  ),
  Item: own(
    message('anteckning'),
    message('Något som är skrivet om ett barn, och som hör till ett ställe.'),
    {
      plural: 'anteckningar',
    },
  ),
  BreakGlass: own(
    message('nödläge'),
    message(
      'När någon är i fara och det inte kan vänta. Då får en person se barnets plan i en timme, och någon granskar det.',
    ),
    { plural: 'nödlägen', notToBeMistakenFor: message('orosanmälan') },
  ),
  LogReview: own(
    message('granskning'),
    message('Att en särskild person ser efter att ingen har läst om ett barn utan skäl.'),
    {
      plural: 'granskningar',
      notToBeMistakenFor: message('uppföljning'),
    },
  ),
  LogReviewer: own(
    message('den som granskar'),
    message('Den som ser igenom loggen på ett ställe, och aldrig sina egna rader.'),
  ),
  ReviewSample: own(
    message('stickprov'),
    message('Några rader ur loggen som slumpen väljer, för att någon ska titta på dem.'),
  ),
  FreshSignIn: own(
    message('legitimera dig igen'),
    message('Att visa en gång till att det är du, innan något viktigt.'),
  ),
  Watermark: own(message('märkning'), message('Namn, ställe och tid på varje sida som skrivs ut.'), {
    plural: 'märkningar',
  }),
  Visible: own(message('synlig'), message('En person vars namn får visas.')),
  Protected: own(message('skyddad'), message('En person vars namn inte får visas.')),
  ProtectionMark: law(
    message('notering om skydd'),
    message(
      'Att någon har fått skyddade uppgifter: vad det är, hur vi vet det och sedan när. Familjen ser den inte.',
    ),
    { plural: 'noteringar om skydd', notToBeMistakenFor: message('spärr') },
  ),
  ProtectionGroup: own(
    message('skyddsgrupp'),
    message('De få, en och en, som får veta vem ett skyddat barn är och var det finns.'),
    { plural: 'skyddsgrupper', notToBeMistakenFor: message('alla som arbetar med barnet') },
  ),
  Unknown: own(message('okänd'), message('En person som du inte får veta något om.')),
  Session: own(message('inloggning'), message('Tiden från att du loggar in till att du loggar ut.'), {
    plural: 'inloggningar',
  }),
  ReportChannel: law(
    message('orosanmälan'),
    message('Att berätta för socialtjänsten när man tror att ett barn far illa. Det gör var och en själv.'),
    {
      plural: 'orosanmälningar',
      notToBeMistakenFor: message('att uppmärksamma'),
    },
  ),
} as const
