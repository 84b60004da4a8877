import type { Meanings } from './meaning';

/** Codes about names, logs, metrics, secrets and certificates of a platform. */
export const PLATFORM_CODES = {
  'certificate-invalid': {
    en: 'Text that is no certificate in PEM, or one that holds a private key',
    zh: '不是 PEM 格式的证书，或其中包含私钥',
  },
  'dns-cache-eci': {
    en: 'The DNS cache of nodes for Pods that are, or can come to be, on none',
    zh: 'Pod 不在或可能不在节点上，却使用节点 DNS 缓存',
  },
  'dns-address': { en: 'Text that is no IP address', zh: '不是合法的 IP 地址' },
  'dns-name': { en: 'Text that is no domain name', zh: '不是合法的域名' },
  'dns-cloud-names': {
    en: 'A forwarder for a domain whose names only the resolvers of the VPC know',
    zh: '转发域包含只有 VPC 解析器才能解析的云产品域名',
  },
  'dns-record-twice': { en: 'The same DNS record twice', zh: '重复的 DNS 解析记录' },
  'dns-alias-shared': {
    en: 'An alias (CNAME) beside another record of its name',
    zh: 'CNAME 记录与同名的其他记录冲突',
  },
  'dns-zone-twice': {
    en: 'Two private zones of one name for a VPC',
    zh: '同一 VPC 关联了两个同名的内网解析 Zone',
  },
  'dns-no-record': {
    en: 'The name of a Service for which nobody writes a record',
    zh: '该 Service 没有对应的解析记录',
  },
  'dns-cache-sidecar': {
    en: 'A DNS cache in a Pod that cannot have one',
    zh: '该 Pod 无法使用边车 DNS 缓存',
  },
  'core-dns-absent': {
    en: 'Settings of CoreDNS for a cluster that runs none',
    zh: '集群没有运行 CoreDNS，却配置了 CoreDNS',
  },
  'log-path': {
    en: 'A path of log files that the agent cannot follow',
    zh: '日志采集组件无法识别的日志文件路径',
  },
  'log-source-taken': {
    en: 'The same lines of a container collected twice, or to two stores',
    zh: '同一容器的同一份日志被重复采集，或采集到两个日志库',
  },
  'log-name-taken': {
    en: 'Two log collections of one cluster under one name, of which one would win',
    zh: '同一集群中两个日志采集配置重名，只有一个会生效',
  },
  'log-collection-eci': {
    en: 'Logs collected by agents on nodes, of Pods on ECI',
    zh: '由节点上的组件采集日志，但 Pod 运行在 ECI 上',
  },
  'log-file-volume': {
    en: 'Log files on storage that the agent does not read',
    zh: '日志文件所在的存储卷无法被采集组件读取',
  },
  'scrape-port': {
    en: 'Metrics on a port that no container or Service lists',
    zh: '采集指标的端口没有在容器或 Service 中声明',
  },
  'scrape-unreached': {
    en: 'Warning: metrics of Pods in a namespace that does not say whether it lets the scraper in',
    zh: '警告：命名空间未说明网络隔离方式，指标采集可能无法访问 Pod',
  },
  'monitor-language': {
    en: 'A language that application monitoring has no agent for',
    zh: '应用监控没有该语言的探针',
  },
} as const satisfies Meanings;
