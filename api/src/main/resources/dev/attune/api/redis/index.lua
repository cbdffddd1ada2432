-- Enters a decision among the person's, the newest last.
-- KEYS facts decisions gone
-- ARGV id oldest keepMillis
-- Gives 'W' entered, or where the person is.
if redis.call('EXISTS', KEYS[3]) == 1 then return { 'E' } end
local into = redis.call('HGET', KEYS[1], 'l')
if into then return { (redis.call('HLEN', KEYS[1]) > 1 and 'U' or 'L') .. into } end
enter(KEYS[2], ARGV[1], ARGV[2], ARGV[3])
return { 'W' }
