import { message } from '#ui/message.ts'
import { codes } from './codes.ts'

// What of a child's rows an extract tells, table by table and column by column, and in which words. The database gives the
// rows (extract_rows); a column that stands neither here nor in untold.ts fails complete.test.ts.

/** How a column is told: in words for its codes, or as what it is. */
export type As =
  | Readonly<Record<string, string>>
  | 'text'
  | 'language'
  | 'day'
  | 'moment'
  | 'yes-no'
  | 'areas'
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
  item: source(undefined, { readers: [message('Vem som får läsa'), codes.readers] }),
  item_version: source(undefined, {}, 'body'),
  noticing: source(message('Något som har uppmärksammats'), {
    areas: [message('Det handlar om'), 'areas'],
    urgency: [message('När något behövs'), codes.urgency],
    family_knows: [message('Vet familjen om det'), codes.familyKnows],
    good_news: [message('En ljusglimt'), 'yes-no'],
    on_behalf: [message('Skrivet åt någon annan'), 'yes-no'],
  }),
  noticing_handling: source(
    message('Vad som blev av något som uppmärksammats'),
    { decision: [message('Vad som blev av det'), codes.noticingDecision] },
    'body',
  ),
  statement: source(message('I Barnets bästa-hjulet'), {
    area: [message('Del av hjulet'), 'areas'],
    voice: [message('Vems röst'), codes.voice],
    has_working: [message('Säger något som fungerar'), 'yes-no'],
    has_challenging: [message('Säger något som är svårt'), 'yes-no'],
    obtained: [message('Hur det kom fram'), codes.obtained],
    said_on: [message('Sagt den'), 'day'],
  }),
  support: source(message('Stöd'), {
    review_on: [message('Ses över den'), 'day'],
    ended_at: [message('Slutade den'), 'moment'],
    ended_because: [message('Varför det slutade'), codes.supportEnd],
  }),
  source_question: source(message('Fråga till någon annan'), {
    area: [message('Del av hjulet'), 'areas'],
    due_on: [message('Svar senast'), 'day'],
    answer: [message('Svaret'), codes.sourceAnswer],
    by_telephone: [message('Svarade på telefon'), 'yes-no'],
    legal_ground: [message('Varför det var tillåtet att fråga'), codes.ground],
  }),
  answer_link: source(
    message('Länk till någon utan inloggning'),
    {
      answered_at: [message('Ett svar kom den'), 'moment'],
      ended_at: [message('Slutade gälla den'), 'moment'],
      yes_withdrawn: [message('Familjen tog tillbaka sitt ja'), 'yes-no'],
    },
    'answer',
  ),
  consultation_child: source(message('Fråga utan namn som gällde barnet'), {
    agreed_on: [message('Familjen sa ja till att det står'), 'day'],
  }),
  consultation_message: source(
    message('Ur en fråga utan namn som gällde barnet'),
    { from_asker: [message('Skrivet av den som frågade'), 'yes-no'] },
    'body',
  ),
  decision: source(message('Beslut efter analysen'), { outcome: [message('Beslutet'), codes.decision] }),
  matter: source(message('När något började runt barnet'), {
    closed_at: [message('Avslutades den'), 'moment'],
    outcome: [message('Hur det slutade'), codes.matter],
  }),
  gathering: source(message('Vad som har samlats in'), {
    areas: [message('Delar av hjulet'), 'areas'],
    ended_at: [message('Avslutades den'), 'moment'],
  }),
  responsibility: source(message('Vem som har ansvarat'), {
    kind: [message('Uppdrag'), codes.responsibility],
    during: [message('Från'), 'moment'],
    until: [message('Till'), 'moment'],
  }),
  plan: source(message('Barnets plan'), {
    follow_up_at: [message('Uppföljning'), 'moment'],
    ended_at: [message('Avslutades den'), 'moment'],
    ended_because: [message('Varför den avslutades'), codes.planEnd],
  }),
  plan_ending: source(undefined, {}, 'body'),
  plan_part: source(
    undefined,
    {
      areas: [message('Delar av hjulet'), 'areas'],
      starts_on: [message('Börjar'), 'day'],
      ends_on: [message('Slutar'), 'day'],
      state: [message('Hur det går'), codes.partState],
      to_at: [message('Gällde till'), 'moment'],
    },
    'body',
  ),
  agreement: source(message('Svar om planen'), {
    is_child: [message('Barnets eget svar'), 'yes-no'],
    answer: [message('Svaret'), codes.agreement],
  }),
  agreement_reason: source(undefined, { is_open: [message('Andra får läsa varför'), 'yes-no'] }, 'body'),
  bright_moment: source(
    message('Ljusglimt: något som har gått bra'),
    {
      is_child: [message('Barnets egen'), 'yes-no'],
      opens_on: [message('Andra än barnet ser den från'), 'day'],
      taken_back_at: [message('Togs tillbaka den'), 'moment'],
    },
    'body',
  ),
  follow_up: source(message('Uppföljning av planen'), { held_on: [message('Den'), 'day'] }, 'body'),
  follow_up_part: source(
    message('Ord vid en uppföljning'),
    { voice: [message('Vems röst'), codes.voice], helped: [message('Har det hjälpt'), codes.helped] },
    'body',
  ),
  meeting: source(message('Samverkansmöte'), {
    state: [message('Mötet är'), codes.meeting],
    starts_at: [message('Den'), 'moment'],
  }),
  meeting_text: source(message('Samverkansmöte'), {}, 'body'),
  meeting_note: source(message('Anteckningar från ett möte'), {}, 'body'),
  meeting_party: source(message('Inbjudan till ett möte'), {
    called: [message('Inbjuden'), 'text'],
    is_child: [message('Barnet självt'), 'yes-no'],
    answer: [message('Svaret'), codes.invitation],
    attended: [message('Var med'), 'yes-no'],
  }),
  meeting_invitation: source(undefined, {}, 'body'),
  meeting_words: source(
    message('Inför ett möte'),
    {
      is_open: [message('Andra får läsa det'), 'yes-no'],
      is_wishes: [message('Önskningar om mötet'), 'yes-no'],
      is_after: [message('Efter mötet: vad som bestämdes'), 'yes-no'],
    },
    'body',
  ),
  family_talk: source(message('Samtal med familjen'), {
    told_on: [message('Den'), 'day'],
    way: [message('Hur'), codes.toldWay],
    is_child: [message('Med barnet'), 'yes-no'],
  }),
  family_talk_note: source(undefined, {}, 'body'),
  important_adult: source(message('En vuxen som är viktig för barnet'), {}, 'body'),
  consent: source(
    message('Fråga om samtycke'),
    {
      language: [message('Frågan ställdes på'), 'language'],
      text_version: [message('Textens version'), 'text'],
      interpreter: [message('Med tolk'), 'yes-no'],
      child_part: [message('Barnets del i svaret'), codes.childPart],
      valid_to: [message('Gäller till'), 'moment'],
    },
    'body',
  ),
  consent_basis: source(message('Varför just de tillfrågades om samtycke'), {}, 'body'),
  consent_unit: source(message('Fråga om samtycke'), { areas: [message('Det gäller'), 'areas'] }),
  consent_answer: source(
    message('Svar om att dela'),
    {
      answer: [message('Svaret'), codes.consentAnswer],
      struck_areas: [message('Utom'), 'areas'],
      way: [message('Hur'), codes.consentWay],
      language: [message('Frågan lästes på'), 'language'],
      machine_translated: [message('Översatt bara av en maskin'), 'yes-no'],
      interpreted: [message('Med tolk'), 'yes-no'],
    },
    'body',
  ),
  consent_child_no: source(
    message('Barnet har sagt nej'),
    { way: [message('Hur'), codes.consentWay] },
    'body',
  ),
  access_grant: source(
    message('Någon som har fått ta del'),
    {
      kind: [message('Av vad'), codes.grantKind],
      part: [message('Hur mycket'), codes.grantPart],
      legal_ground: [message('Varför det var tillåtet'), codes.ground],
      valid_to: [message('Till'), 'moment'],
    },
    'sharing_test',
  ),
  sharing_reason: source(undefined, {}, 'body'),
  family_informed: source(undefined, { informed: [message('Familjen fick veta'), 'yes-no'] }, 'body'),
  handover: source(
    message('Överlämning till en annan verksamhet'),
    {
      kind: [message('Det som lämnades över'), codes.handoverKind],
      state: [message('Överlämningen är'), codes.handover],
      legal_ground: [message('Varför det var tillåtet'), codes.ground],
      only_name: [message('Bara namnet följde med'), 'yes-no'],
    },
    'body',
    'offer_body',
    'answer_body',
  ),
  handover_reason: source(undefined, {}, 'body'),
  paper_handover: source(
    message('Överlämning på papper'),
    {
      legal_ground: [message('Varför det var tillåtet'), codes.ground],
      received_on: [message('Togs emot'), 'day'],
    },
    'body',
    'received_body',
  ),
  objection: source(
    message('Någon höll inte med om en text'),
    {
      kind: [message('Texten'), codes.objectionKind],
      is_child: [message('Sagt av barnet'), 'yes-no'],
      is_open: [message('Andra får läsa det'), 'yes-no'],
      due_on: [message('Svar senast'), 'day'],
    },
    'body',
  ),
  objection_answer: source(undefined, { outcome: [message('Svaret'), codes.objection] }, 'body'),
}

/** Things of one table have titles of their own. */
export const kindTitles: Readonly<Record<string, string>> = {
  noticing: message('Något som har uppmärksammats'),
  statement: message('I Barnets bästa-hjulet'),
  work_note: message('Anteckning'),
  analysis: message('Analys'),
  support: message('Stöd'),
  source_question: message('Fråga till någon annan'),
  source_answer: message('Svar från någon annan'),
  message: message('Meddelande'),
  goal: message('Mål i planen'),
  action: message('Insats i planen'),
  contact: message('Kontakt i planen'),
  reference: message('Hänvisning i planen'),
  if_worse: message('Om det blir värre, i planen'),
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
