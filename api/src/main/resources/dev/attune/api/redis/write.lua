-- Enters changes once.
-- KEYS facts entered history decisions gone
-- ARGV now id keepUntil keepMillis factsMillis revives histories {time entry} names {id until}
--      decisions {id} decisionsMillis {field value} mark
-- Gives 'W' entered, 'D' duplicate, or where the person is.
local facts, entered, history, decisions, gone = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local revives = ARGV[6] == '1'
local other = elsewhere(facts, gone, revives)
if other then return { other } end
if not isFirst(entered, ARGV[2], ARGV[1], ARGV[3], ARGV[4]) then return { 'D' } end

if revives then redis.call('DEL', gone) end

local at = 7
local function each(enter)
  local count = tonumber(ARGV[at])
  for i = 1, count do enter(ARGV[at + 2 * i - 1], ARGV[at + 2 * i]) end
  at = at + 2 * count + 1
end
each(function(time, entry)
  redis.call('ZADD', history, time, entry)
  redis.call('ZREMRANGEBYRANK', history, 0, -501)
  redis.call('PEXPIRE', history, ARGV[5])
end)
each(function(keptUntil, id) redis.call('ZADD', entered, keptUntil, id) end)
local count = tonumber(ARGV[at])
if count > 0 then
  local ids, isThere = redis.call('LRANGE', decisions, 0, -1), {}
  for _, id in ipairs(ids) do isThere[id] = true end
  for i = at + 1, at + count do
    if not isThere[ARGV[i]] then ids[#ids + 1] = ARGV[i] end
  end
  table.sort(ids)
  redis.call('DEL', decisions)
  for _, id in ipairs(ids) do redis.call('RPUSH', decisions, id) end
  redis.call('PEXPIRE', decisions, ARGV[at + count + 1])
end
join(facts, at + count + 2)
redis.call('PEXPIRE', facts, ARGV[5])
return { 'W' }
