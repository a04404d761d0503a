// A page without any tool chain: a file dropped into a bundle.
import { definePage, PageHead, PanelBox, t } from '@holdfast/console-sdk'
import { ElButton } from 'element-plus'
import { h, ref } from 'vue'

export default definePage({
  setup() {
    const n = ref(0)
    return () => [
      h(PageHead, { title: t('sample.plain') }),
      h(PanelBox, null, () => h(ElButton, { type: 'primary', onClick: () => n.value++ }, () => t('sample.count', { n: n.value })))
    ]
  }
})
