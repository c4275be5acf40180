import type { handout as en } from '../en/handout.ts'
import type { Texts } from '../texts.ts'

export const handout: Texts<typeof en> = {
  title: '导出',
  close: '关闭',
  data: {
    title: '导出数据',
    intro: '以下每种文件在本程序中打开都能还原整条产业链。其他程序看到的较少，所缺内容列在旁边。',
    write: '下载',
    writeFormat: '下载 {{format}}',
    writing: '正在写出…',
    written: '已导出为 {{format}}。',
    failed: '文件无法写出：{{reason}}',
    lostTitle: '其他程序看不到的内容',
  },
  formats: {
    workbook: {
      name: 'Excel 工作簿（.xlsx）',
      use: '可供查阅、核对和填报的表格：企业、供应关系、堵点等，含当前情景的推演结果和各列说明。',
    },
    csv: { name: 'CSV 文件（.csv.zip）', use: '同样的表格，纯文本，任何表格程序都能读。' },
    gexf: { name: 'GEXF', use: '供 Gephi 等网络绘图程序使用。' },
    graphml: { name: 'GraphML', use: '供 yEd、networkx、igraph 等网络计算程序使用。' },
    cytoscape: { name: 'Cytoscape JSON（.cyjs）', use: '供 Cytoscape 和 Cytoscape.js 使用。' },
    graphology: { name: 'graphology JSON', use: '供使用 graphology 和 sigma 的程序读取。' },
    chain: { name: '产业链文件（.chain.json）', use: '供同样使用本程序的同事打开，也用于留存。' },
  },
  lost: {
    restAsText: '堵点、情景、名单、实际数据和来源以文本形式随文件保存，其他程序能显示但不理解。',
    restOnResave: '由其他程序另存后，只剩企业和供应关系。',
    codesInSpreadsheets: '表格程序打开 CSV 时会把 01 或 18 位代码变成数字，请改用工作簿。',
    placesOnMap: '手动移动过的卡片回到原位。',
    undo: '操作记录留在本机。',
  },
}
