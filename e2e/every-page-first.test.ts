import { readPages } from './every-page.ts'

readPages('first')
