export { extractPdf, type PrintedExtract } from './extract-pdf.ts'
export { type PrintedPlan, planPdf } from './plan-pdf.ts'
