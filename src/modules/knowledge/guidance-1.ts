import type { GuidanceText } from './guidance.ts'

/** First wording: a proposal, to be replaced by the county's own. */
export const guidance1: GuidanceText = {
  notice: {
    title: 'Berätta vad du har sett',
    sentences: [
      'Skriv vad du såg eller hörde, inte vad du tror att det betyder.',
      'Ta med det som fungerar, för det är det vi bygger vidare på.',
      'En mening räcker.',
      'Prata gärna med familjen först, om det är tryggt för barnet.',
      'Tror du att barnet far illa gör du en orosanmälan direkt.',
    ],
  },
  receive: {
    title: 'Ta emot och välj väg',
    sentences: [
      'Läs i dag, så att ingen väntar i onödan.',
      'Välj det minsta som räcker: tack, hjälp i vardagen eller börja samla.',
      'En ljusglimt kräver inget beslut.',
      'Är det inte ditt barn, skicka tillbaka så att rätt person får det.',
    ],
  },
  talkWithFamily: {
    title: 'Prata med familjen först',
    sentences: [
      'Ring eller träffa familjen innan något syns för dem här.',
      'Berätta vad som har uppmärksammats, både det som fungerar och det som är utmanande.',
      'Förklara vad Kronobarnsmodellen är och att de är med och bestämmer.',
      'Tänk efter om det finns skäl att någon vårdnadshavare inte ska veta.',
      'Finns det skäl, gör spärren nu.',
    ],
  },
  gather: {
    title: 'Samla det som behövs',
    sentences: [
      'Ta bara upp de områden som spelar roll för just det här barnet.',
      'Börja med det som fungerar.',
      'Låt varje röst stå för sig, med sina egna ord.',
      'Fråga barnet vem som får läsa innan du skriver.',
      'Ett tomt område är helt okej.',
    ],
  },
  askSource: {
    title: 'Fråga en verksamhet',
    sentences: [
      'Ställ en enda fråga, och säg varför du frågar.',
      'Se först till att du har ett samtycke eller ett annat stöd i lagen.',
      'Svaret får komma på telefon, och då skriver du ner det.',
      'Ett "kan inte svara" betyder ingenting om barnet.',
    ],
  },
  analyse: {
    title: 'Se helheten och välj',
    sentences: [
      'Skriv kort: vad bär, vad behövs, vad vill barnet?',
      'Svara på de tre frågorna i ordning och stanna vid det första ja.',
      'Skriv så att barnet och familjen kan läsa det en dag.',
      'Hjälp i den egna verksamheten är ett bra resultat.',
    ],
  },
  ownSupport: {
    title: 'Hjälp där barnet redan är',
    sentences: [
      'Skriv vad ni gör, vem som gör det och när ni tittar igen.',
      'Inget delas med någon annan verksamhet.',
      'Finns det redan extra anpassningar, hänvisa dit i stället för att skriva av.',
      'Berätta för barnet vad som blir annorlunda i morgon.',
    ],
  },
  handOver: {
    title: 'Överlämna till en annan verksamhet',
    sentences: [
      'Skicka bara med det som behövs för att de ska kunna hjälpa till.',
      'Inget syns för dem förrän du har ett samtycke eller ett annat stöd i lagen.',
      'Du har ansvaret tills de har tagit emot.',
      'Berätta för familjen vem de får träffa, och när.',
    ],
  },
  consent: {
    title: 'Fråga om samtycke',
    sentences: [
      'Visa vad som ska delas, med vem och varför, innan någon svarar.',
      'Familjen stryker det den inte vill dela.',
      'Ett nej är ett bra svar och påverkar inte hjälpen här hos oss.',
      'Fråga inte om du ändå måste berätta enligt lag: informera i stället.',
      'Låt ingen svara i stressen, det går att svara senare.',
    ],
  },
  callMeeting: {
    title: 'Bjud in till samverkansmöte',
    sentences: [
      'Skriv frågan tillsammans med familjen, i deras ord.',
      'Fråga barnet vem det vill ha där, och hur länge det vill vara med.',
      'Bjud bara in dem som behövs.',
      'Familjen ser vilka som får veta om varandra innan de säger ja.',
    ],
  },
  meeting: {
    title: 'Mötet',
    sentences: [
      'Börja med barnets ord.',
      'Barn och vårdnadshavare är lika viktiga som vi som arbetar.',
      'Förklara svåra ord direkt.',
      'Skriv planen i rummet, så att alla ser vad som lovas.',
      'Bestäm vem som berättar för barnet, och när.',
    ],
  },
  plan: {
    title: 'Skriv Barnets plan',
    sentences: [
      'Planen är barnets: vilket stöd, vem, när och vem man ringer.',
      'Lova bara det som går att hålla.',
      'Skriv målet med barnets ord, och hur ni märker att det blir bättre.',
      'Diagnoser, historia och andras bekymmer hör inte hemma här.',
      'Hänvisa till andra planer i stället för att skriva av dem.',
    ],
  },
  agreement: {
    title: 'Är alla med?',
    sentences: [
      'Fråga var och en, även barnet.',
      'Den som inte är med på allt får säga varför, med egna ord.',
      'Skälet läser bara du, om den som skrev inte vill öppna det för fler.',
      'Det går att börja fast alla inte är överens om allt.',
    ],
  },
  followUp: {
    title: 'Följ upp',
    sentences: [
      'Fråga barnet först: hjälpte det?',
      'Gå igenom en insats i taget.',
      'Lägg hjulet bredvid det förra och se vad som har ändrats.',
      'Glöm inte det som har gått bra.',
      'Bestäm nästa dag, eller avsluta.',
    ],
  },
  end: {
    title: 'Avsluta',
    sentences: [
      'Prata med barnet innan de andra får veta.',
      'Skriv varför ni slutar, helst för att behovet är mött.',
      'Familjen får avsluta när den vill, och varje verksamhets egen hjälp fortsätter.',
      'Berätta vem de ringer om något händer igen.',
    ],
  },
  answerReading: {
    title: 'Svara om vem som har läst',
    sentences: [
      'Fråga den som läste vad det behövdes för.',
      'Svara kort och ärligt: varför, och vad det ledde till.',
      'Var det fel att läsa, säg det och be om ursäkt.',
      'Berätta inget i svaret som familjen inte redan får veta.',
      'Är du osäker på om någon hade rätt att läsa, ta det med er chef.',
    ],
  },
  holdReading: {
    title: 'När familjen inte ska se att ni har läst',
    sentences: [
      'Familjen har rätt att veta vem som läser, så gör det här sällan.',
      'Det kan behövas när ert namn visar var någon bor.',
      'Gör det samma dag som någon läser, för i morgon syns det.',
      'Titta igen på dagen du skriver, och visa så snart det är tryggt.',
    ],
  },
  emergency: {
    title: 'Använd det bara när det inte kan vänta',
    sentences: [
      'Är någon i fara just nu ringer du 112 först.',
      'Du ser vem du ringer och vad man gör, i en timme.',
      'Ring helst den som är Barnets bästa-ansvarig i stället, om det hinns med.',
      'Skriv varför med en mening. Någon läser det direkt.',
    ],
  },
  reviewLog: {
    title: 'Titta efter, utan att misstro',
    sentences: [
      'Det mesta är vanligt arbete, och då räcker en mening.',
      'Fråga personen innan du bestämmer dig.',
      'Skriv hur du vet, och inget om barnet.',
      'Var det fel, låt den som är chef ta det vidare.',
    ],
  },
}
