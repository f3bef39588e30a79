// @ts-nocheck
/* Generated from schemas/state.schema.json by `npm run generate`. Do not edit. */
"use strict";
export const validate = validate10;
export default validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"parallel-tasks/state.schema.json","type":"object","properties":{"source":{"type":"string"},"name":{"type":"string"},"basePath":{"type":"string"},"phase":{"type":"string"},"taskIndex":{"type":"integer","minimum":0},"totalTasks":{"type":"integer","minimum":0},"taskIteration":{"type":"integer","minimum":0},"maxTaskIterations":{"type":"integer","minimum":1},"globalIteration":{"type":"integer","minimum":0},"maxGlobalIterations":{"type":"integer","minimum":1},"parallelGroup":{"oneOf":[{"$ref":"#/definitions/parallelGroup"},{"type":"null"}]},"taskResults":{"type":"object","additionalProperties":{"$ref":"#/definitions/taskResult"}}},"additionalProperties":true,"definitions":{"parallelGroup":{"type":"object","properties":{"startIndex":{"type":"integer","minimum":0},"endIndex":{"type":"integer","minimum":0},"taskIndices":{"type":"array","items":{"type":"integer","minimum":0}},"isParallel":{"type":"boolean"}},"required":["startIndex","endIndex","taskIndices"],"additionalProperties":true},"taskResult":{"type":"object","properties":{"status":{"type":"string","enum":["pending","success","failed"]},"error":{"type":"string"}},"required":["status"],"additionalProperties":true}}};
const schema12 = {"type":"object","properties":{"startIndex":{"type":"integer","minimum":0},"endIndex":{"type":"integer","minimum":0},"taskIndices":{"type":"array","items":{"type":"integer","minimum":0}},"isParallel":{"type":"boolean"}},"required":["startIndex","endIndex","taskIndices"],"additionalProperties":true};
const schema13 = {"type":"object","properties":{"status":{"type":"string","enum":["pending","success","failed"]},"error":{"type":"string"}},"required":["status"],"additionalProperties":true};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="parallel-tasks/state.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.source !== undefined){
const _errs2 = errors;
if(typeof data.source !== "string"){
validate10.errors = [{instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate10.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basePath !== undefined){
const _errs6 = errors;
if(typeof data.basePath !== "string"){
validate10.errors = [{instancePath:instancePath+"/basePath",schemaPath:"#/properties/basePath/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
const _errs8 = errors;
if(typeof data.phase !== "string"){
validate10.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taskIndex !== undefined){
let data4 = data.taskIndex;
const _errs10 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate10.errors = [{instancePath:instancePath+"/taskIndex",schemaPath:"#/properties/taskIndex/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate10.errors = [{instancePath:instancePath+"/taskIndex",schemaPath:"#/properties/taskIndex/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.totalTasks !== undefined){
let data5 = data.totalTasks;
const _errs12 = errors;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
validate10.errors = [{instancePath:instancePath+"/totalTasks",schemaPath:"#/properties/totalTasks/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 0 || isNaN(data5)){
validate10.errors = [{instancePath:instancePath+"/totalTasks",schemaPath:"#/properties/totalTasks/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taskIteration !== undefined){
let data6 = data.taskIteration;
const _errs14 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate10.errors = [{instancePath:instancePath+"/taskIteration",schemaPath:"#/properties/taskIteration/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs14){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate10.errors = [{instancePath:instancePath+"/taskIteration",schemaPath:"#/properties/taskIteration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxTaskIterations !== undefined){
let data7 = data.maxTaskIterations;
const _errs16 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate10.errors = [{instancePath:instancePath+"/maxTaskIterations",schemaPath:"#/properties/maxTaskIterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs16){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 1 || isNaN(data7)){
validate10.errors = [{instancePath:instancePath+"/maxTaskIterations",schemaPath:"#/properties/maxTaskIterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.globalIteration !== undefined){
let data8 = data.globalIteration;
const _errs18 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate10.errors = [{instancePath:instancePath+"/globalIteration",schemaPath:"#/properties/globalIteration/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs18){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate10.errors = [{instancePath:instancePath+"/globalIteration",schemaPath:"#/properties/globalIteration/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxGlobalIterations !== undefined){
let data9 = data.maxGlobalIterations;
const _errs20 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate10.errors = [{instancePath:instancePath+"/maxGlobalIterations",schemaPath:"#/properties/maxGlobalIterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs20){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
validate10.errors = [{instancePath:instancePath+"/maxGlobalIterations",schemaPath:"#/properties/maxGlobalIterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.parallelGroup !== undefined){
let data10 = data.parallelGroup;
const _errs22 = errors;
const _errs23 = errors;
let valid1 = false;
let passing0 = null;
const _errs24 = errors;
const _errs25 = errors;
if(errors === _errs25){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing0;
if((((data10.startIndex === undefined) && (missing0 = "startIndex")) || ((data10.endIndex === undefined) && (missing0 = "endIndex"))) || ((data10.taskIndices === undefined) && (missing0 = "taskIndices"))){
const err0 = {instancePath:instancePath+"/parallelGroup",schemaPath:"#/definitions/parallelGroup/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data10.startIndex !== undefined){
let data11 = data10.startIndex;
const _errs28 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err1 = {instancePath:instancePath+"/parallelGroup/startIndex",schemaPath:"#/definitions/parallelGroup/properties/startIndex/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(errors === _errs28){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 0 || isNaN(data11)){
const err2 = {instancePath:instancePath+"/parallelGroup/startIndex",schemaPath:"#/definitions/parallelGroup/properties/startIndex/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var valid3 = _errs28 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.endIndex !== undefined){
let data12 = data10.endIndex;
const _errs30 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err3 = {instancePath:instancePath+"/parallelGroup/endIndex",schemaPath:"#/definitions/parallelGroup/properties/endIndex/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(errors === _errs30){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
const err4 = {instancePath:instancePath+"/parallelGroup/endIndex",schemaPath:"#/definitions/parallelGroup/properties/endIndex/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var valid3 = _errs30 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.taskIndices !== undefined){
let data13 = data10.taskIndices;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data13)){
var valid4 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
const _errs34 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err5 = {instancePath:instancePath+"/parallelGroup/taskIndices/" + i0,schemaPath:"#/definitions/parallelGroup/properties/taskIndices/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(errors === _errs34){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
const err6 = {instancePath:instancePath+"/parallelGroup/taskIndices/" + i0,schemaPath:"#/definitions/parallelGroup/properties/taskIndices/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
var valid4 = _errs34 === errors;
if(!valid4){
break;
}
}
}
else {
const err7 = {instancePath:instancePath+"/parallelGroup/taskIndices",schemaPath:"#/definitions/parallelGroup/properties/taskIndices/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var valid3 = _errs32 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.isParallel !== undefined){
const _errs36 = errors;
if(typeof data10.isParallel !== "boolean"){
const err8 = {instancePath:instancePath+"/parallelGroup/isParallel",schemaPath:"#/definitions/parallelGroup/properties/isParallel/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid3 = _errs36 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
const err9 = {instancePath:instancePath+"/parallelGroup",schemaPath:"#/definitions/parallelGroup/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid0 = _errs24 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs38 = errors;
if(data10 !== null){
const err10 = {instancePath:instancePath+"/parallelGroup",schemaPath:"#/properties/parallelGroup/oneOf/1/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs38 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err11 = {instancePath:instancePath+"/parallelGroup",schemaPath:"#/properties/parallelGroup/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate10.errors = vErrors;
return false;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taskResults !== undefined){
let data16 = data.taskResults;
const _errs40 = errors;
if(errors === _errs40){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key0 in data16){
let data17 = data16[key0];
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing1;
if((data17.status === undefined) && (missing1 = "status")){
validate10.errors = [{instancePath:instancePath+"/taskResults/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/taskResult/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data17.status !== undefined){
let data18 = data17.status;
const _errs47 = errors;
if(typeof data18 !== "string"){
validate10.errors = [{instancePath:instancePath+"/taskResults/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/status",schemaPath:"#/definitions/taskResult/properties/status/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
if(!(((data18 === "pending") || (data18 === "success")) || (data18 === "failed"))){
validate10.errors = [{instancePath:instancePath+"/taskResults/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/status",schemaPath:"#/definitions/taskResult/properties/status/enum",keyword:"enum",params:{allowedValues: schema13.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data17.error !== undefined){
const _errs49 = errors;
if(typeof data17.error !== "string"){
validate10.errors = [{instancePath:instancePath+"/taskResults/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/error",schemaPath:"#/definitions/taskResult/properties/error/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/taskResults/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/taskResult/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs43 === errors;
if(!valid5){
break;
}
}
}
else {
validate10.errors = [{instancePath:instancePath+"/taskResults",schemaPath:"#/properties/taskResults/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate10.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate10.errors = vErrors;
return errors === 0;
}
