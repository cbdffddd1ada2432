-- Keeps records of one second, and notes that the second has some.
-- KEYS made recent
-- ARGV keepMillis second recentMillis {id packed}
for i = 4, #ARGV, 2 do redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
redis.call('SETBIT', KEYS[2], ARGV[2], 1)
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 1
