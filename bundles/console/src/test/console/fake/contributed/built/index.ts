import { definePage } from '@holdfast/console-sdk'
import Conflicts from './Conflicts.vue'

export default definePage(Conflicts)
