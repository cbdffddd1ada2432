-- Returns a reservation.
-- KEYS facts entered history decisions gone
-- ARGV action reservation
-- Gives 'W' returned, 'D' there was none, or where the person is.
local other = elsewhere(KEYS[1], KEYS[5])
if other then return { other } end
local keep, returned = {}, false
for _, parts in ipairs(records(redis.call('HGET', KEYS[1], 'r') or '')) do
  if parts[5] == ARGV[1] and parts[2] == ARGV[2] then
    returned = true
  else
    keep[#keep + 1] = parts
  end
end
if not returned then return { 'D' } end
redis.call('HSET', KEYS[1], 'r', text(keep))
return { 'W' }
