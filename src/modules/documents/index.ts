export { extractPdf, type PrintedExtract } from './extract-pdf.ts'
export { handoverPdf, type PrintedHandover } from './handover-pdf.ts'
export { type PrintedPlan, planPdf } from './plan-pdf.ts'
export { type PrintedStory, storyPdf } from './story-pdf.ts'
