import { App } from 'cdktf';

export const nothing = App;
