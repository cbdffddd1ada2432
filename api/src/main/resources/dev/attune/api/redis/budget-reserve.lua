-- Sets an amount for a language model aside, when neither its session nor its day passes a limit.
-- KEYS day, session
-- ARGV tokens, money, most session tokens, most day tokens, most day money, millis to keep each
local tokens, money = tonumber(ARGV[1]), tonumber(ARGV[2])
local session = tonumber(redis.call('GET', KEYS[2]) or '0')
local day = redis.call('HMGET', KEYS[1], 'tokens', 'money')
if session + tokens > tonumber(ARGV[3]) then return 0 end
if tonumber(day[1] or '0') + tokens > tonumber(ARGV[4]) then return 0 end
if tonumber(day[2] or '0') + money > tonumber(ARGV[5]) then return 0 end
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'money', ARGV[2])
redis.call('INCRBY', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
return 1
