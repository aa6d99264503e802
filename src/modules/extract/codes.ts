import { emergencyGrounds, legalGrounds } from '#modules/knowledge'
import type {
  AgreementAnswer,
  ChildPart,
  ConsentAnswerKind,
  ConsentWay,
  DecisionOutcome,
  FamilyKnows,
  GrantKind,
  GuardianKind,
  HandoverKind,
  HandoverState,
  Helped,
  InvitationAnswer,
  ItemReaders,
  MatterOutcome,
  MeetingState,
  NoticingDecision,
  ObjectionKind,
  ObjectionOutcome,
  Obtained,
  PartyPart,
  PlanEnd,
  PlanPartState,
  Protection,
  ResponsibilityKind,
  SourceAnswerKind,
  SupportEnd,
  ToldWay,
  Urgency,
  Voice,
} from '#shared/schema.ts'
import { message } from '#ui/message.ts'

// What each code says, to somebody who reads an extract. A new code does not compile until it has words.

type Words<Code extends string> = Readonly<Record<Code, string>>

export const codes = {
  readers: {
    told: message('Den som fick veta'),
    unit: message('De som arbetar med barnet i verksamheten'),
    meeting: message('De som är med i samverkan'),
    everyone: message('Alla runt barnet'),
  } satisfies Words<ItemReaders>,
  urgency: {
    today: message('I dag'),
    this_week: message('Den här veckan'),
    can_wait: message('Det kan vänta'),
  } satisfies Words<Urgency>,
  familyKnows: {
    yes: message('Ja'),
    not_yet: message('Inte än'),
    unknown: message('Det var inte känt'),
  } satisfies Words<FamilyKnows>,
  noticingDecision: {
    thanked: message('Tackade och avslutade'),
    ordinary_help: message('Hjälp i vardagen'),
    own_support: message('Stöd i den egna verksamheten'),
    joined: message('Lades till det som redan pågick'),
    gathering: message('Började samla'),
    sent_back: message('Skickades tillbaka'),
    matched: message('Barnet hittades'),
  } satisfies Words<NoticingDecision>,
  voice: {
    child: message('Barnet'),
    guardian: message('En vårdnadshavare'),
    important_adult: message('En vuxen som är viktig för barnet'),
    professional: message('Någon som arbetar med barnet'),
  } satisfies Words<Voice>,
  obtained: {
    talk: message('Samtal'),
    observation: message('Det som har setts'),
    picture: message('Bild eller teckning'),
    written: message('Skriftligt'),
    telephone: message('Telefon'),
    with_interpreter: message('Samtal med tolk'),
  } satisfies Words<Obtained>,
  supportEnd: {
    need_met: message('Behovet är mött'),
    other_way: message('Det behövdes något annat'),
    moved: message('Barnet har flyttat eller bytt verksamhet'),
    other: message('Annat'),
  } satisfies Words<SupportEnd>,
  sourceAnswer: {
    answered: message('Svarade'),
    cannot_answer: message('Kunde inte svara'),
  } satisfies Words<SourceAnswerKind>,
  decision: {
    own_support: message('Stöd i den egna verksamheten'),
    handover: message('Överlämna till en annan verksamhet'),
    collaboration: message('Samverka med flera'),
    close: message('Avsluta'),
  } satisfies Words<DecisionOutcome>,
  matter: {
    thanked: message('Tackade och avslutade'),
    ordinary_help: message('Hjälp i vardagen'),
    own_support: message('Stöd i den egna verksamheten'),
    no_collaboration: message('Ingen samverkan behövdes'),
    plan_ended: message('Planen avslutades'),
    handed_over: message('Överlämnat till en annan verksamhet'),
    family_ended: message('Familjen avslutade samverkan'),
    merged: message('Lades ihop med det som redan pågick'),
    wrong_child: message('Det gällde inte det här barnet'),
    other: message('Annat'),
  } satisfies Words<MatterOutcome>,
  responsibility: {
    best_interests_lead: message('Barnets bästa-ansvarig'),
    collaboration_lead: message('Samverkansansvarig'),
  } satisfies Words<ResponsibilityKind>,
  planEnd: {
    goals_met: message('Det blev som vi ville'),
    family_ended: message('Familjen avslutade samverkan'),
    not_needed: message('Planen behövs inte längre'),
    moved: message('Familjen har flyttat'),
    other: message('Annat'),
  } satisfies Words<PlanEnd>,
  partState: {
    later: message('Börjar senare'),
    ongoing: message('Pågår'),
    done: message('Klar'),
    not_done: message('Blev inte av'),
    no_longer_needed: message('Behövs inte längre'),
  } satisfies Words<PlanPartState>,
  agreement: {
    agrees: message('Är med på planen'),
    disagrees: message('Är inte med på allt i planen'),
    could_not_answer: message('Har inte kunnat svara'),
  } satisfies Words<AgreementAnswer>,
  helped: {
    yes: message('Ja'),
    a_little: message('Lite'),
    no: message('Nej'),
    dont_know: message('Vet inte'),
  } satisfies Words<Helped>,
  meeting: {
    planned: message('Planerat'),
    called: message('Kallat'),
    held: message('Hållet'),
    cancelled: message('Inställt'),
  } satisfies Words<MeetingState>,
  invitation: {
    coming: message('Kommer'),
    not_coming: message('Kommer inte'),
    sends_words: message('Skickar några ord'),
  } satisfies Words<InvitationAnswer>,
  toldWay: {
    telephone: message('På telefon'),
    meeting: message('När ni sågs'),
    video: message('På video'),
    home_visit: message('Hemma'),
    letter: message('I brev'),
  } satisfies Words<ToldWay>,
  childPart: {
    none: message('Barnet var för litet för frågan'),
    heard: message('Barnet fick säga sitt'),
    together: message('Barnet svarar tillsammans med vårdnadshavarna'),
    alone: message('Barnet svarar själv'),
  } satisfies Words<ChildPart>,
  consentAnswer: {
    yes: message('Ja'),
    no: message('Nej'),
    withdrawn: message('Har tagit tillbaka sitt ja'),
  } satisfies Words<ConsentAnswerKind>,
  consentWay: {
    in_app: message('Här i Kronobarn'),
    paper: message('På papper'),
    oral: message('Muntligt'),
    telephone: message('På telefon'),
  } satisfies Words<ConsentWay>,
  grantKind: {
    item_version: message('En text'),
    party: message('Planen och mötena'),
  } satisfies Words<GrantKind>,
  grantPart: { whole: message('Hela planen'), own: message('Bara sin egen del') } satisfies Words<PartyPart>,
  ground: Object.fromEntries([
    ...[...legalGrounds, ...emergencyGrounds].map(({ code, sv }) => [code, sv]),
    ['utan_namn', message('Frågan ställdes utan barnets namn')],
  ]) as Words<string>,
  handover: {
    prepared: message('Förbereds'),
    offered: message('Erbjuden'),
    accepted: message('Tagen emot'),
    returned: message('Skickad tillbaka'),
    withdrawn: message('Tillbakatagen'),
  } satisfies Words<HandoverState>,
  handoverKind: {
    whole: message('Hela frågan'),
    next_lead: message('Uppdraget som Barnets bästa-ansvarig'),
  } satisfies Words<HandoverKind>,
  objectionKind: {
    item: message('Något som är skrivet'),
    plan_part: message('En del i planen'),
    meeting_note: message('Anteckningarna från ett möte'),
  } satisfies Words<ObjectionKind>,
  objection: {
    corrected: message('Det rättades'),
    stands: message('Texten står kvar'),
  } satisfies Words<ObjectionOutcome>,
  guardian: {
    guardian: message('Vårdnadshavare'),
    expecting_parent: message('Blivande förälder'),
    appointed_guardian: message('Särskilt förordnad vårdnadshavare'),
    good_man: message('God man'),
  } satisfies Words<GuardianKind>,
  protection: {
    none: message('Nej'),
    sekretessmarkering: message('Sekretessmarkering'),
    skyddad_folkbokforing: message('Skyddad folkbokföring'),
  } satisfies Words<Protection>,
} as const

/** Codes that lie in a sealed body, by the name they have there; what is not a code there is words. */
const inBodies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  childFirst: { told: message('Barnet fick veta först'), not_told: message('Barnet fick inte veta först') },
  outcome: {
    plan: message('Vi börjar samverka och skriver Barnets plan'),
    own_support: message('Hjälpen ges i den egna verksamheten'),
    close: message('Det behövs inget mer nu'),
  },
  support: {
    adult: message('En vuxen att sitta bredvid'),
    interpreter: message('Tolk'),
    pictures: message('Bilder'),
    breaks: message('Pauser'),
    part: message('Vara med en del av mötet'),
  },
  way: { part: message('En stund'), link: message('På länk') },
  who: { lead: message('Barnets bästa-ansvarig berättar för barnet') },
  answer: { answered: message('Svarade'), cannot_answer: message('Kunde inte svara') },
  kind: {
    prevented: message('En vårdnadshavare kan inte svara'),
    board_decision: message('Socialnämnden har beslutat'),
    protected_housing: message('Barnet bor i skyddat boende'),
    placed: message('Barnet är placerat'),
  },
  measure: {
    psychiatric_care: message('Psykiatrisk eller psykologisk undersökning eller behandling'),
    open_treatment: message('Behandling i öppna former (socialtjänstlagen)'),
    contact_person: message('Kontaktperson eller kontaktfamilj (socialtjänstlagen)'),
    lss: message('Insats enligt LSS: kontaktperson, avlösare eller korttidsvistelse'),
  },
}
export const wordsInBody = (name: string, text: string): string => inBodies[name]?.[text] ?? text

const allInBodies = new Set(Object.values(inBodies).flatMap((words) => Object.values(words)))
/** Such words as they lie in what was given: no longer a code, and not written by anybody. */
export const isOfCode = (text: string): boolean => allInBodies.has(text)
