-- Enters a showing or an outcome once, and ends the reservation it answers.
-- KEYS facts entered history decisions gone
-- ARGV now id keepUntil keepMillis factsMillis action reservation {field value} mark
--      reservation: its id, '*' any of the action's, '' none
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
join(KEYS[1], 8)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return { 'W' }
