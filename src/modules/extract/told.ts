import { codes } from './codes.ts'

// What of a child's rows an extract tells, table by table and column by column, and in which words. The database gives the
// rows (extract_rows); a column that stands neither here nor in untold.ts fails complete.test.ts.

/** How a column is told: in words for its codes, or as what it is. */
export type As = Readonly<Record<string, string>> | 'text' | 'day' | 'moment' | 'yes-no' | 'areas'
type Source = {
  /** A part of its own; what lies with something else has none. */
  title?: string
  /** Read as it was sealed: its words are told whole. */
  sealed?: readonly string[]
  facts?: Readonly<Record<string, readonly [label: string, as: As]>>
}
const source = (title: string | undefined, facts: Source['facts'] = {}, ...sealed: string[]): Source => ({
  ...(title && { title }),
  facts,
  sealed,
})

export const told: Readonly<Record<string, Source>> = {
  item: source(undefined, { readers: ['Vem som får läsa', codes.readers] }),
  item_version: source(undefined, {}, 'body'),
  noticing: source('Något som har uppmärksammats', {
    areas: ['Det handlar om', 'areas'],
    urgency: ['När något behövs', codes.urgency],
    family_knows: ['Vet familjen om det', codes.familyKnows],
    good_news: ['En ljusglimt', 'yes-no'],
    on_behalf: ['Skrivet åt någon annan', 'yes-no'],
  }),
  noticing_handling: source(
    'Vad som blev av något som uppmärksammats',
    { decision: ['Vad som blev av det', codes.noticingDecision] },
    'body',
  ),
  statement: source('I Barnets bästa-hjulet', {
    area: ['Del av hjulet', 'areas'],
    voice: ['Vems röst', codes.voice],
    has_working: ['Säger något som fungerar', 'yes-no'],
    has_challenging: ['Säger något som är svårt', 'yes-no'],
    obtained: ['Hur det kom fram', codes.obtained],
    said_on: ['Sagt den', 'day'],
  }),
  support: source('Stöd', {
    review_on: ['Ses över den', 'day'],
    ended_at: ['Slutade den', 'moment'],
    ended_because: ['Varför det slutade', codes.supportEnd],
  }),
  source_question: source('Fråga till någon annan', {
    area: ['Del av hjulet', 'areas'],
    due_on: ['Svar senast', 'day'],
    answer: ['Svaret', codes.sourceAnswer],
    by_telephone: ['Svarade på telefon', 'yes-no'],
    legal_ground: ['Varför det var tillåtet att fråga', codes.ground],
  }),
  answer_link: source(
    'Länk till någon utan inloggning',
    {
      answered_at: ['Ett svar kom den', 'moment'],
      ended_at: ['Slutade gälla den', 'moment'],
      yes_withdrawn: ['Familjen tog tillbaka sitt ja', 'yes-no'],
    },
    'answer',
  ),
  consultation_child: source('Fråga utan namn som gällde barnet', {
    agreed_on: ['Familjen sa ja till att det står', 'day'],
  }),
  consultation_message: source(
    'Ur en fråga utan namn som gällde barnet',
    { from_asker: ['Skrivet av den som frågade', 'yes-no'] },
    'body',
  ),
  decision: source('Beslut efter analysen', { outcome: ['Beslutet', codes.decision] }),
  matter: source('När något började runt barnet', {
    closed_at: ['Avslutades den', 'moment'],
    outcome: ['Hur det slutade', codes.matter],
  }),
  gathering: source('Vad som har samlats in', {
    areas: ['Delar av hjulet', 'areas'],
    ended_at: ['Avslutades den', 'moment'],
  }),
  responsibility: source('Vem som har ansvarat', {
    kind: ['Uppdrag', codes.responsibility],
    during: ['Från', 'moment'],
    until: ['Till', 'moment'],
  }),
  plan: source('Barnets plan', {
    follow_up_at: ['Uppföljning', 'moment'],
    ended_at: ['Avslutades den', 'moment'],
    ended_because: ['Varför den avslutades', codes.planEnd],
  }),
  plan_ending: source(undefined, {}, 'body'),
  plan_part: source(
    undefined,
    {
      areas: ['Delar av hjulet', 'areas'],
      starts_on: ['Börjar', 'day'],
      ends_on: ['Slutar', 'day'],
      state: ['Hur det går', codes.partState],
      to_at: ['Gällde till', 'moment'],
    },
    'body',
  ),
  agreement: source('Svar om planen', {
    is_child: ['Barnets eget svar', 'yes-no'],
    answer: ['Svaret', codes.agreement],
  }),
  agreement_reason: source(undefined, { is_open: ['Andra får läsa varför', 'yes-no'] }, 'body'),
  bright_moment: source(
    'Ljusglimt: något som har gått bra',
    {
      is_child: ['Barnets egen', 'yes-no'],
      opens_on: ['Andra än barnet ser den från', 'day'],
      taken_back_at: ['Togs tillbaka den', 'moment'],
    },
    'body',
  ),
  follow_up: source('Uppföljning av planen', { held_on: ['Den', 'day'] }, 'body'),
  follow_up_part: source(
    'Ord vid en uppföljning',
    { voice: ['Vems röst', codes.voice], helped: ['Har det hjälpt', codes.helped] },
    'body',
  ),
  meeting: source('Samverkansmöte', {
    state: ['Mötet är', codes.meeting],
    starts_at: ['Den', 'moment'],
  }),
  meeting_text: source('Samverkansmöte', {}, 'body'),
  meeting_note: source('Anteckningar från ett möte', {}, 'body'),
  meeting_party: source('Inbjudan till ett möte', {
    called: ['Inbjuden', 'text'],
    is_child: ['Barnet självt', 'yes-no'],
    answer: ['Svaret', codes.invitation],
    attended: ['Var med', 'yes-no'],
  }),
  meeting_invitation: source(undefined, {}, 'body'),
  meeting_words: source(
    'Inför ett möte',
    {
      is_open: ['Andra får läsa det', 'yes-no'],
      is_wishes: ['Önskningar om mötet', 'yes-no'],
      is_after: ['Efter mötet: vad som bestämdes', 'yes-no'],
    },
    'body',
  ),
  family_talk: source('Samtal med familjen', {
    told_on: ['Den', 'day'],
    way: ['Hur', codes.toldWay],
    is_child: ['Med barnet', 'yes-no'],
  }),
  family_talk_note: source(undefined, {}, 'body'),
  important_adult: source('En vuxen som är viktig för barnet', {}, 'body'),
  consent: source(
    'Fråga om samtycke',
    {
      language: ['Frågan ställdes på', 'text'],
      text_version: ['Textens version', 'text'],
      interpreter: ['Med tolk', 'yes-no'],
      child_part: ['Barnets del i svaret', codes.childPart],
      valid_to: ['Gäller till', 'moment'],
    },
    'body',
  ),
  consent_basis: source('Varför just de tillfrågades om samtycke', {}, 'body'),
  consent_unit: source('Fråga om samtycke', { areas: ['Det gäller', 'areas'] }),
  consent_answer: source(
    'Svar om att dela',
    {
      answer: ['Svaret', codes.consentAnswer],
      struck_areas: ['Utom', 'areas'],
      way: ['Hur', codes.consentWay],
      language: ['Frågan lästes på', 'text'],
      machine_translated: ['Översatt bara av en maskin', 'yes-no'],
      interpreted: ['Med tolk', 'yes-no'],
    },
    'body',
  ),
  consent_child_no: source('Barnet har sagt nej', { way: ['Hur', codes.consentWay] }, 'body'),
  access_grant: source(
    'Någon som har fått ta del',
    {
      kind: ['Av vad', codes.grantKind],
      part: ['Hur mycket', codes.grantPart],
      legal_ground: ['Varför det var tillåtet', codes.ground],
      valid_to: ['Till', 'moment'],
    },
    'sharing_test',
  ),
  sharing_reason: source(undefined, {}, 'body'),
  family_informed: source(undefined, { informed: ['Familjen fick veta', 'yes-no'] }, 'body'),
  handover: source(
    'Överlämning till en annan verksamhet',
    {
      kind: ['Det som lämnades över', codes.handoverKind],
      state: ['Överlämningen är', codes.handover],
      legal_ground: ['Varför det var tillåtet', codes.ground],
      only_name: ['Bara namnet följde med', 'yes-no'],
    },
    'body',
    'offer_body',
    'answer_body',
  ),
  handover_reason: source(undefined, {}, 'body'),
  paper_handover: source(
    'Överlämning på papper',
    { legal_ground: ['Varför det var tillåtet', codes.ground], received_on: ['Togs emot', 'day'] },
    'body',
    'received_body',
  ),
  objection: source(
    'Någon höll inte med om en text',
    {
      kind: ['Texten', codes.objectionKind],
      is_child: ['Sagt av barnet', 'yes-no'],
      is_open: ['Andra får läsa det', 'yes-no'],
      due_on: ['Svar senast', 'day'],
    },
    'body',
  ),
  objection_answer: source(undefined, { outcome: ['Svaret', codes.objection] }, 'body'),
}

/** Things of one table have titles of their own. */
export const kindTitles: Readonly<Record<string, string>> = {
  noticing: 'Något som har uppmärksammats',
  statement: 'I Barnets bästa-hjulet',
  work_note: 'Anteckning',
  analysis: 'Analys',
  support: 'Stöd',
  source_question: 'Fråga till någon annan',
  source_answer: 'Svar från någon annan',
  message: 'Meddelande',
  goal: 'Mål i planen',
  action: 'Insats i planen',
  contact: 'Kontakt i planen',
  reference: 'Hänvisning i planen',
  if_worse: 'Om det blir värre, i planen',
}

/** What the one who asks sees anyway: it comes with the extract of the unit that carries, and nobody looks through it. */
export const toldAnyway: Readonly<Record<string, readonly string[]>> = {
  child: ['given_name', 'family_name', 'born_on', 'expected_on'],
  child_placement: ['valid_from', 'valid_to', 'class_name'],
  guardianship: ['kind', 'called', 'source', 'valid_from', 'valid_to'],
  reading_question: ['day', 'body', 'due_on', 'answer_body'],
  person: ['given_name', 'family_name'],
  person_contact: ['body'],
}

/** What one takes out about oneself at once, beside a child's extract. */
export const toldAboutOneself: Readonly<Record<string, readonly string[]>> = {
  identity: ['issuer', 'subject'],
  session: ['issuer'],
  engagement: ['title', 'phone', 'valid_from', 'valid_to'],
}
