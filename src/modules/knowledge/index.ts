export { lix } from '#shared/lix.ts'
export {
  areaNames,
  lastQuestion,
  type Question,
  type QuestionVoice,
  questionText,
  type WheelArea,
  wheelAreas,
  wheelText,
} from './areas.ts'
export { alwaysOpen, channelFor, demoChannels, type ReportChannel } from './channels.ts'
export { type ChildsOther, childsOther, childsPictures } from './childs-wheel.ts'
export type { Content } from './content.ts'
export { glossary, glossaryMarkdown, type TermCode, terms, words } from './glossary.ts'
export { fiveQuestions, type Guidance, guidance, type Step, steps, threeQuestions } from './guidance.ts'
export { HelpLines, helpOnPaper, readNoDay, TalkNow } from './help-lines.parts.tsx'
export {
  emergencyGrounds,
  emergencyGroundWords,
  type Ground,
  groundsBesidesConsent,
  groundsFor,
  type LegalGround,
  type LegalGroundCode,
  legalGrounds,
  type SecrecyKind,
  secrecyKinds,
} from './legal-grounds.ts'
export { type MunicipalityCode, municipalities } from './municipalities.ts'
export { type Need, needCodes, needs, sayings } from './needs.ts'
export { knowledgeRoutes } from './pages/pages.routes.tsx'
export { retention } from './retention.ts'
export type { Term } from './term.ts'
export {
  type ConsentText,
  consentText,
  currentConsentText,
  familyInformation,
  familyTexts,
  goldenRule,
  reportReminder,
  type Text,
  whatKronobarnIs,
  whatKronobarnIsNot,
} from './texts.ts'
