import type { Meanings } from './meaning';

/** Codes about Jenkins on Kubernetes. */
export const JENKINS_CODES = {
  'jenkins-url': {
    en: 'An address of Jenkins that is no origin, or does not go with its ports',
    zh: 'Jenkins 访问地址不合法，或与端口不一致',
  },
  'jenkins-open': {
    en: 'A Jenkins on the internet to which passwords go in clear',
    zh: 'Jenkins 对公网开放且密码以明文传输',
  },
  'jenkins-image': {
    en: 'An image of the controller that lacks what starts it, by its tag, or one of Jenkins that builds can push to',
    zh: '控制器镜像的标签表明其中缺少启动所需的程序，或 Jenkins 的镜像位于构建可推送的命名空间',
  },
  'jenkins-plugin': { en: 'A plugin without a version', zh: '插件未指定版本' },
  'jenkins-agents': {
    en: 'Agents that the cluster has nothing to run on',
    zh: '集群无法运行所要求的构建代理',
  },
  'jenkins-namespace': {
    en: 'One namespace for two purposes of Jenkins, so that what runs for one has the rights of the other',
    zh: '同一命名空间被用于 Jenkins 的两种用途，会导致权限混用',
  },
  'jenkins-application': { en: 'An application that Jenkins cannot have so', zh: '应用的设置不合法' },
  'jenkins-people': {
    en: 'Roles of Jenkins that nobody has, or that somebody has who cannot log in',
    zh: 'Jenkins 角色无人担任，或担任者无法登录',
  },
  'jenkins-login': {
    en: 'A directory or a provider of logins that Jenkins would ask in clear',
    zh: 'Jenkins 会以明文访问的目录或登录提供方',
  },
  'jenkins-credential': {
    en: 'A credential of Jenkins that there is not, or an id that it cannot have',
    zh: 'Jenkins 凭据不存在或 ID 不合法',
  },
  'jenkins-option': {
    en: 'An option of the Java machine that is none, or that opens Jenkins to everybody',
    zh: 'Java 选项不合法，或会使 Jenkins 对所有人开放',
  },
  'jenkins-builder': {
    en: 'A builder of images that does not run where the agents are, or that nobody maintains',
    zh: '镜像构建工具无法在构建代理所在环境运行，或已无人维护',
  },
} as const satisfies Meanings;
