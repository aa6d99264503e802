export { addItem, addItemVersion, type NewItem, newestItems, openItem } from './items-store.ts'
