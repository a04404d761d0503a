import { ElMessageBox } from 'element-plus'
import { t } from '@/i18n/i18n'

/** Asks before something that cannot be undone at once; answers whether the reader agreed. */
export async function confirmed(title: string, message: string, act: string, danger = false): Promise<boolean> {
  try {
    await ElMessageBox.confirm(message, title, {
      confirmButtonText: act,
      cancelButtonText: t('console.common.cancel'),
      confirmButtonClass: danger ? 'el-button--danger' : undefined,
      autofocus: true
    })
    return true
  } catch {
    return false
  }
}
