import type { commands as en } from '../en/commands.ts'
import type { Texts } from '../texts.ts'

export const commands: Texts<typeof en> = {
  title: '操作',
  openFile: '打开文件…',
  bring: '导入表格或图文件…',
  save: '保存',
  saveFile: '另存为文件',
  storage: '本机存储…',
  recovery: '查找更早的状态…',
  handout: '导出：工作簿、表格、图…',
  undo: '撤销',
  redo: '重做',
  language: '切换语言 · Switch language',
  theme: '切换浅色与深色',
  help: '帮助与快捷键',
  table: '打开表格',
  analysis: '先疏通哪个？打开分析',
  folds: '折叠图面…',
  foldByStage: '按环节折叠',
  unfold: '全部展开',
  history: '修改历史',
  addEnterprise: '新增企业…',
  addSupply: '新增供应关系…',
  editTables: '编辑数据表',
}
