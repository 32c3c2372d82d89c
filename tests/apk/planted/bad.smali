.class public Lorg/cleardown/Bad;
.super Landroid/app/Activity;

# Logs a number that it was given, and one of its own.
.method public log(Ljava/lang/String;)V
    .registers 4
    const-string v0, "Cleardown"
    invoke-static {v0, p1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    const-string v1, "ringing 0300 123 2040"
    invoke-static {v1}, Lorg/cleardown/platform/AppLog;->code(Ljava/lang/String;)V
    invoke-static {p1}, Lorg/cleardown/platform/AppLog;->code(Ljava/lang/String;)V
    return-void
.end method

# Opens a connection outside the folder that may.
.method public send()V
    .registers 3
    new-instance v0, Ljava/net/Socket;
    invoke-direct {v0}, Ljava/net/Socket;-><init>()V
    return-void
.end method

# Loads code by its name, and calls what Android hides.
.method public sneak(Ljava/lang/String;)V
    .registers 3
    invoke-static {p1}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    invoke-static {}, Landroid/app/ActivityThread;->currentApplication()Landroid/app/Application;
    return-void
.end method

# Newer than Android 10: a class of Android 12, and a method of Android 14 by way of an own class.
.method public hurry(Landroid/os/VibratorManager;)V
    .registers 4
    invoke-virtual {p1}, Landroid/os/VibratorManager;->cancel()V
    const/4 v0, 0x0
    invoke-virtual {p0, v0, v0, v0}, Lorg/cleardown/Bad;->overrideActivityTransition(III)V
    return-void
.end method

# Opens a door that is for tests alone.
.method public open()V
    .registers 2
    invoke-static {}, Lorg/cleardown/engine/NativeDoors;->stall()V
    return-void
.end method
