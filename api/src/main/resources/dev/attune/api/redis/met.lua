-- Enters a showing or an outcome once, and ends the reservation it answers.
-- KEYS facts entered history decisions gone
-- ARGV now id keepUntil keepMillis factsMillis action reservation told {field value} mark
--      reservation: its id, '*' any of the action's, '' none
--      told: for the history, which keeps the newest hundred of them; '' nothing
-- Gives 'W' entered, 'D' duplicate, or where the person is.
local other = elsewhere(KEYS[1], KEYS[5])
if other then return { other } end
if not isFirst(KEYS[2], ARGV[2], ARGV[1], ARGV[3], ARGV[4]) then return { 'D' } end
local keep = {}
for _, parts in ipairs(records(redis.call('HGET', KEYS[1], 'r') or '')) do
  local answered = parts[5] == ARGV[6] and (ARGV[7] == '*' or ARGV[7] == parts[2])
  if not answered then keep[#keep + 1] = parts end
end
redis.call('HSET', KEYS[1], 'r', text(keep))
if ARGV[8] ~= '' then
  redis.call('ZADD', KEYS[3], ARGV[1], ARGV[8])
  local told = {}
  for _, entry in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
    if string.sub(entry, 1, 1) == 'r' then told[#told + 1] = entry end
  end
  for i = 1, #told - 100 do redis.call('ZREM', KEYS[3], told[i]) end
  redis.call('PEXPIRE', KEYS[3], ARGV[5])
end
join(KEYS[1], 9)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return { 'W' }
